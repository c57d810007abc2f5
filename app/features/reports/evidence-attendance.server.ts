import { readFile } from "node:fs/promises";
import type { Actor } from "~/access/actor";
import { fileOf } from "~/features/files/place.queries.server";
import { getFile } from "~/features/files/queries.server";
import { listRegistrations } from "~/features/workshops/queries.server";
import { listSignatures } from "~/features/workshops/signatures.queries.server";
import { formatInstant } from "~/i18n/format";
import { TaggedPdf } from "~/lib/tagged-pdf.server";
import { initialsOf } from "./evidence.model";
import type { EvidenceWorkshop } from "./evidence.queries.server";
import type { Words } from "./words.server";

interface Attendance {
  workshop: EvidenceWorkshop;
  office: string;
  /** Names, addresses and signatures as they are; initials alone otherwise. */
  isClear: boolean;
}

/** Who came to a workshop, as a proof: initials and « signé », or names, contacts and signatures where they were asked for. */
export async function writeAttendance(actor: Actor, { workshop, office, isClear }: Attendance, words: Words): Promise<Buffer> {
  const { t, day, locale } = words;
  const people = listRegistrations(actor, workshop.id).filter((one) => one.state === "registered");
  const signatures = listSignatures(workshop.id);
  const title = t("evidence:attendance.title", { title: workshop.title });
  const pdf = await TaggedPdf.open({ title, language: locale, author: office });
  pdf.paragraph(office, "bold").heading(title).paragraph(day(workshop.heldOn));
  pdf.paragraph(
    t("evidence:attendance.counts", { registered: workshop.registered, present: workshop.present + workshop.headCount }),
  );
  const keys = isClear
    ? (["name", "establishment", "contact", "presence"] as const)
    : (["initials", "establishment", "presence", "signature"] as const);
  const rows = people.map((one) => {
    const signed = signatures.get(one.id);
    const told = {
      name: one.name,
      initials: initialsOf(one.name),
      establishment: one.provider ?? one.establishment,
      contact: [one.email, one.phone].filter(Boolean).join(" "),
      presence: one.presence ? t(`evidence:presence.${one.presence}`) : "",
      signature: signed ? formatInstant(locale, signed.signedAt, workshop.zone) : "",
    };
    return keys.map((key) => told[key]);
  });
  const titles = keys.map((key) => t(`evidence:attendance.${key}`));
  pdf.space(8).table(titles, rows, { widths: [120, 160, 120, 83], height: 30 });
  if (!isClear) return pdf.space(12).small(t("evidence:masked")).end();
  for (const { id, name } of people) {
    const png = await readSignature(actor, signatures.get(id)?.fileId);
    if (png) pdf.captioned({ png, alt: t("evidence:attendance.signatureOf", { name }) }, name);
  }
  return pdf.end();
}

/** A drawn signature is for the office's facilitators: whoever else asks gets the sheet without it. */
async function readSignature(actor: Actor, fileId: string | null | undefined): Promise<Buffer | undefined> {
  if (!fileId) return undefined;
  try {
    return await readFile(fileOf(getFile(actor, fileId).id));
  } catch {
    return undefined;
  }
}
