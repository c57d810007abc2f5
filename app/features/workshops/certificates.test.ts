import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { authorize } from "~/access/authorized";
import { sqlite } from "~/db/client.server";
import { receivePicture } from "~/features/files/picture-upload.server";
import { getSettings } from "~/features/organisations/settings.queries.server";
import { runDue } from "~/jobs/worker.server";
import { setClock } from "~/lib/clock";
import { NotFoundError } from "~/lib/errors";
import { newId } from "~/lib/ids";
import { jobHandlers } from "~/server/job-handlers.server";
import { openTestDatabase } from "~/testing/database";
import { lastMailTo } from "~/testing/factories/mail";
import { makeResource } from "~/testing/factories/resource";
import { makeRegistration, makeWorkshop } from "~/testing/factories/workshop";
import { makeMember, makeOrganisation } from "~/testing/factories/world";
import { readPdf } from "~/testing/read-pdf";
import { openRelay, type Relay } from "~/testing/relay";
import { closeWorkshop, recordAttendance } from "./attendance.commands.server";
import { issueCertificates } from "./certificates.commands.server";
import { listCertificates } from "./certificates.queries.server";
import { openWorkshop } from "./commands.server";
import { writeCertificates, writeSheet } from "./documents.server";
import { giveFeedback } from "./feedback.commands.server";
import { countPresent, listFeedbackByTheme, listFeedbackWords } from "./feedback.queries.server";
import { readFeedbackForm } from "./feedback-page.server";
import { remind } from "./reminders.server";
import { findRegistration } from "./seats.server";

openTestDatabase({ at: "2026-11-24T10:00:00Z" });

let relay: Relay;
beforeAll(async () => {
  relay = await openRelay();
  process.env.SMTP_URL = relay.url;
});
afterAll(() => relay.close());

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
  it("are tagged files that another reader opens, numbered, for whoever came", async () => {
    const { facilitator, workshop, held } = holdOne();
    expect(() => issueCertificates(facilitator, held)).toThrow();
    closeWorkshop(facilitator, held);
    expect(issueCertificates(facilitator, held)).toEqual({ count: 1 });
    expect(issueCertificates(facilitator, held)).toEqual({ count: 0 });
    const { isTagged, language, roles, text } = await readPdf(await writeCertificates(facilitator, workshop.id));
    expect({ isTagged, language }).toEqual({ isTagged: true, language: "fr" });
    expect(roles).toContain("H1");
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

  it("bear the office's logo, with its name for whoever does not see it", async () => {
    const { office, facilitator, workshop } = holdOne();
    expect((await readPdf(await writeSheet(facilitator, workshop.id))).roles).not.toContain("Figure");
    const director = makeMember(office.id, "director");
    const own = authorize(director, "organisation.settings", getSettings(director, office.id));
    const logo = await sharp({ create: { width: 60, height: 30, channels: 3, background: "#0a5c58" } })
      .png()
      .toBuffer();
    const body = new FormData();
    body.append("files", new File([new Uint8Array(logo)], "logo.png"));
    const request = new Request("http://localhost/settings/office/logo", { method: "POST", body });
    await receivePicture(director, own, { subject: "organisation", request });
    expect((await readPdf(await writeSheet(facilitator, workshop.id))).roles).toContain("Figure");
  });

  it("are preceded by a sheet to sign with room for others", async () => {
    const { office, facilitator, workshop } = holdOne();
    const { isTagged, roles, text } = await readPdf(await writeSheet(facilitator, workshop.id));
    expect(isTagged).toBe(true);
    expect(roles).toEqual(expect.arrayContaining(["H1", "Table", "TR", "TH", "TD"]));
    expect(text).toContain("Feuille d’émargement");
    expect(text).toContain("Rémi Castagnet");
    setClock(() => Date.parse("2026-11-24T10:00:00Z"));
    const open = makeWorkshop(facilitator, office);
    makeRegistration(open, { name: "Marie-Caroline de Saint-Aubin des Landes Beauregard" });
    expect((await readPdf(await writeSheet(facilitator, open.id))).text).toContain("Beauregard");
    await expect(writeSheet(makeMember(makeOrganisation().id, "facilitator"), workshop.id)).rejects.toThrow(NotFoundError);
  });
});

it("what is given to read goes with the confirmation and the reminder, what is kept with the question at the end", () => {
  setClock(() => Date.parse("2026-11-24T10:00:00Z"));
  const office = makeOrganisation();
  const facilitator = makeMember(office.id, "facilitator");
  const open = makeResource(facilitator, office, { title: "Avant de venir", visibility: "public" });
  const inside = makeResource(facilitator, office, { title: "Mémo interne" });
  const kept = makeResource(facilitator, office, { title: "Pour la suite", visibility: "public" });
  for (const { id } of [open, inside, kept]) sqlite().prepare("UPDATE resources SET state = 'published' WHERE id = ?").run(id);
  const workshop = makeWorkshop(facilitator, office, {
    resourcesBefore: [open.id, inside.id],
    resourcesAfter: [kept.id],
    reminders: [1440],
  });
  const email = `${newId()}@hote.example`;
  const registered = makeRegistration(workshop, { email });
  const before = /À lire avant\u00a0:\nAvant de venir\n\S+\/library\/\S+\nMémo interne \(à demander à l’office\)\n/;
  expect(lastMailTo(email)?.text).toMatch(before);
  expect(lastMailTo(email)?.text).not.toContain("Pour la suite");
  setClock(() => Date.parse("2026-12-09T13:30:00Z"));
  remind({ workshopId: workshop.id, minutes: 1440, startsAt: Date.parse("2026-12-10T13:00:00Z") });
  expect(lastMailTo(email)).toMatchObject({ subject: "Rappel\u00a0: Répondre aux avis", text: expect.stringMatching(before) });
  setClock(() => Date.parse("2026-12-10T13:05:00Z"));
  const held = authorize(facilitator, "workshop.hold", workshop);
  openWorkshop(facilitator, held);
  const sheet = { presences: { [registered.id]: "present" }, walkIns: "", headCount: 0, areAllPresent: false };
  recordAttendance(facilitator, held, { id: newId(), ...sheet });
  closeWorkshop(facilitator, held);
  expect(lastMailTo(email)?.text).toMatch(/À garder\u00a0:\nPour la suite\n\S+\/library\//);
});

describe("feedback", () => {
  it("is given once by the key that was mailed, counted by theme, and named only where it may be quoted", () => {
    const { office, facilitator, held, odile } = holdOne();
    closeWorkshop(facilitator, held);
    const key = /\/f\/([\w-]{43})/.exec(lastMailTo(mailOf(odile.id))?.text ?? "")?.[1] ?? "";
    expect(readFeedbackForm(key)).toMatchObject({ isLater: false, over: null });
    const registration = findRegistration(odile.id);
    if (!registration) throw new Error("nobody");
    const about = { registration, ownerId: office.id, moment: "end" as const };
    const opinion = {
      id: newId(),
      usefulness: 4,
      pace: "right" as const,
      deed: "Répondre chaque lundi",
      recommend: "yes" as const,
      comment: "",
      quotable: "on" as const,
    };
    giveFeedback(about, opinion);
    expect(() => giveFeedback(about, { ...opinion, id: newId() })).toThrow();
    expect(readFeedbackForm(key).over).toBe("again");
    expect(listFeedbackByTheme(facilitator, "2026-01-01")).toEqual([
      { theme: "reputation", answers: 1, usefulness: 4, right: 1, paced: 1, recommend: 1, asked: 1, later: 0 },
    ]);
    giveFeedback({ ...about, moment: "later" }, { id: newId(), deed: "", comment: "" });
    expect(listFeedbackByTheme(facilitator, "2026-01-01")).toMatchObject([{ answers: 1, usefulness: 4, later: 1 }]);
    expect(listFeedbackWords(facilitator, "2026-01-01")).toMatchObject([{ who: "Odile Fontanel, Gîte des Pins" }]);
    expect(countPresent(facilitator, "2026-01-01")).toBe(1);
    const colleague = makeMember(office.id, "colleague");
    expect(listFeedbackWords(colleague, "2026-01-01")).toEqual([]);
    expect(() => countPresent(colleague, "2026-01-01")).toThrow(NotFoundError);
  });
});
