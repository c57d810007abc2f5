import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { authorize } from "~/access/authorized";
import { sqlite } from "~/db/client.server";
import { runDue } from "~/jobs/worker.server";
import { setClock } from "~/lib/clock";
import { NotFoundError } from "~/lib/errors";
import { newId } from "~/lib/ids";
import { jobHandlers } from "~/server/job-handlers.server";
import { openTestDatabase } from "~/testing/database";
import { lastMailTo } from "~/testing/factories/mail";
import { makeRegistration, makeWorkshop } from "~/testing/factories/workshop";
import { makeMember, makeOrganisation } from "~/testing/factories/world";
import { openRelay, type Relay } from "~/testing/relay";
import { closeWorkshop, recordAttendance } from "./attendance.commands.server";
import { issueCertificates } from "./certificates.commands.server";
import { listCertificates } from "./certificates.queries.server";
import { openWorkshop } from "./commands.server";
import { writeCertificates, writeSheet } from "./documents.server";
import { giveFeedback } from "./feedback.commands.server";
import { countPresent, listFeedbackByTheme, listFeedbackWords } from "./feedback.queries.server";
import { readFeedbackForm } from "./feedback-page.server";
import { findRegistration } from "./seats.server";

openTestDatabase({ at: "2026-11-24T10:00:00Z" });

let relay: Relay;
beforeAll(async () => {
  relay = await openRelay();
  process.env.SMTP_URL = relay.url;
});
afterAll(() => relay.close());

const hasPoppler = existsSync("/usr/bin/pdftotext");
const folder = mkdtempSync(join(tmpdir(), "balise-pdf-"));

/** The words of a file, as an independent reader finds them, and whether it is tagged. */
function readBack(pdf: Buffer) {
  const path = join(folder, `${newId()}.pdf`);
  writeFileSync(path, pdf);
  const info = execFileSync("pdfinfo", [path], { encoding: "utf8" });
  const structure = execFileSync("pdfinfo", ["-struct", path], { encoding: "utf8" });
  const text = execFileSync("pdftotext", ["-layout", path, "-"], { encoding: "utf8" });
  return { info, structure, text: text.replace(/\s+/g, " ") };
}

function holdOne() {
  setClock(() => Date.parse("2026-11-24T10:00:00Z"));
  const office = makeOrganisation({ name: "Office du Cap" });
  const facilitator = makeMember(office.id, "facilitator", { name: "Anaïs Berthou" });
  const workshop = makeWorkshop(facilitator, office);
  const odile = makeRegistration(workshop, {
    name: "Odile Fontanel",
    establishment: "Gîte des Pins",
    email: `${newId()}@hote.example`,
  });
  const remi = makeRegistration(workshop, { name: "Rémi Castagnet" });
  setClock(() => Date.parse("2026-12-10T13:05:00Z"));
  const held = authorize(facilitator, "workshop.hold", workshop);
  openWorkshop(facilitator, held);
  const sheet = { presences: { [odile.id]: "present", [remi.id]: "absent" }, walkIns: "", headCount: 0, areAllPresent: false };
  recordAttendance(facilitator, held, { id: newId(), ...sheet });
  return { office, facilitator, workshop, held, odile, remi, sheet };
}
const mailOf = (id: string) => findRegistration(id)?.email ?? "";

describe("certificates", () => {
  it.skipIf(!hasPoppler)("are tagged files that another reader opens, numbered, for whoever came", async () => {
    const { facilitator, workshop, held } = holdOne();
    expect(() => issueCertificates(facilitator, held)).toThrow();
    closeWorkshop(facilitator, held);
    expect(issueCertificates(facilitator, held)).toEqual({ count: 1 });
    expect(issueCertificates(facilitator, held)).toEqual({ count: 0 });
    const { info, structure, text } = readBack(await writeCertificates(facilitator, workshop.id));
    expect(info).toMatch(/Tagged:\s+yes/);
    expect(structure).toContain("H1");
    expect(text).toContain("Odile Fontanel a participé à l’atelier « Répondre aux avis »");
    expect(text).toContain("n° 2026-0001");
    expect(text).not.toContain("Castagnet");
  });

  it("leave by mail, and are withdrawn and issued anew when attendance is corrected", async () => {
    const { facilitator, workshop, held, odile, remi, sheet } = holdOne();
    closeWorkshop(facilitator, held);
    issueCertificates(facilitator, held);
    setClock(undefined);
    sqlite().exec("UPDATE jobs SET run_at = 0 WHERE kind IN ('workshops.mailCertificate', 'mail.send')");
    await runDue(jobHandlers, { error: (fields) => expect(fields).toBeUndefined() });
    const letter = relay.received.find((one) => one.includes("Votre attestation") || one.includes("attestation-2026-0001.pdf"));
    expect(letter).toContain("attestation-2026-0001.pdf");
    expect(letter).toContain("application/pdf");
    expect(sqlite().prepare("SELECT count(*) FROM mails WHERE state = 'sent' AND attachments <> '[]'").pluck().get()).toBe(0);
    setClock(() => Date.parse("2026-12-11T09:00:00Z"));
    const corrected = { [odile.id]: "absent", [remi.id]: "present" };
    recordAttendance(facilitator, held, { ...sheet, id: newId(), presences: corrected });
    expect(listCertificates(facilitator, workshop.id)).toMatchObject([{ number: 2, name: "Rémi Castagnet" }]);
    expect(lastMailTo(mailOf(odile.id))?.subject).toContain("retirée");
  });

  it.skipIf(!hasPoppler)("are preceded by a sheet to sign with room for others", async () => {
    const { facilitator, workshop } = holdOne();
    const { info, structure, text } = readBack(await writeSheet(facilitator, workshop.id));
    expect(info).toMatch(/Tagged:\s+yes/);
    expect(structure).toContain("Table");
    expect(text).toContain("Feuille d’émargement");
    expect(text).toContain("Rémi Castagnet");
    await expect(writeSheet(makeMember(makeOrganisation().id, "facilitator"), workshop.id)).rejects.toThrow(NotFoundError);
  });
});

describe("feedback", () => {
  it("is given once by the key that was mailed, counted by theme, and named only where it may be quoted", () => {
    const { office, facilitator, held, odile } = holdOne();
    closeWorkshop(facilitator, held);
    const key = /\/f\/([\w-]{43})/.exec(lastMailTo(mailOf(odile.id))?.text ?? "")?.[1] ?? "";
    expect(readFeedbackForm(key)).toMatchObject({ isLater: false, isGiven: false });
    const registration = findRegistration(odile.id);
    if (!registration) throw new Error("nobody");
    const about = { registration, ownerId: office.id, moment: "end" as const };
    const opinion = {
      id: newId(),
      usefulness: 4,
      deed: "Répondre chaque lundi",
      recommend: "yes" as const,
      comment: "",
      quotable: "on" as const,
    };
    giveFeedback(about, opinion);
    expect(() => giveFeedback(about, { ...opinion, id: newId() })).toThrow();
    expect(readFeedbackForm(key).isGiven).toBe(true);
    expect(listFeedbackByTheme(facilitator, "2026-01-01")).toEqual([
      { theme: "reputation", answers: 1, usefulness: 4, recommend: 1, asked: 1, deeds: 0 },
    ]);
    expect(listFeedbackWords(facilitator, "2026-01-01")).toMatchObject([{ who: "Odile Fontanel, Gîte des Pins" }]);
    expect(countPresent(facilitator, "2026-01-01")).toBe(1);
    const colleague = makeMember(office.id, "colleague");
    expect(listFeedbackWords(colleague, "2026-01-01")).toEqual([]);
    expect(() => countPresent(colleague, "2026-01-01")).toThrow(NotFoundError);
  });
});
