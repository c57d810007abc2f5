import { eq } from "drizzle-orm";
import { db, sqlite } from "~/db/client.server";
import { workshopCertificates } from "~/db/schema/workshops.server";
import { kickWorker } from "~/jobs/queue.server";
import { numberOf, writeCertificate } from "./documents.server";
import { tellRegistration } from "./notices.server";
import { findRegistration } from "./seats.server";

/** Mails a certificate to the person it names, once; nothing when it was withdrawn meanwhile. */
export async function mailCertificate(certificateId: string): Promise<void> {
  const row = db().select().from(workshopCertificates).where(eq(workshopCertificates.id, certificateId)).get();
  const person = row ? findRegistration(row.registrationId) : undefined;
  if (!person) return;
  const written = await writeCertificate(person.locale, certificateId);
  if (!written) return;
  const name = `attestation-${numberOf(written.certificate)}.pdf`;
  const file = { name, mediaType: "application/pdf", base64: written.pdf.toString("base64") };
  const tell = () => tellRegistration(person.id, "certificate", { once: `certificate/${certificateId}`, extra: [file] });
  sqlite().transaction(tell).immediate();
  kickWorker();
}
