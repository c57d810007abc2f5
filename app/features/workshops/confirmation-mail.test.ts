import ICAL from "ical.js";
import { afterAll, beforeAll, expect, it } from "vitest";
import { authorize } from "~/access/authorized";
import { sqlite } from "~/db/client.server";
import { sendQueuedMail } from "~/email/send-job.server";
import { resendMail } from "~/features/notifications/sent.commands.server";
import { getSentMail } from "~/features/notifications/sent.queries.server";
import { runDue } from "~/jobs/worker.server";
import { setClock } from "~/lib/clock";
import { openTestDatabase } from "~/testing/database";
import { makeRegistration, makeWorkshop } from "~/testing/factories/workshop";
import { makeMember, makeOrganisation } from "~/testing/factories/world";
import { openRelay, type Relay } from "~/testing/relay";
import { cancelWorkshop } from "./commands.server";

openTestDatabase({ at: "2026-11-24T10:00:00Z" });

let relay: Relay;
beforeAll(async () => {
  relay = await openRelay();
  process.env.SMTP_URL = relay.url;
  process.env.MAIL_FROM = "Office <office@test.example>";
});
afterAll(() => relay.close());

const send = () => runDue({ "mail.send": sendQueuedMail }, { error: () => undefined });

/** The parts of the one message to this address, headers unfolded, bodies decoded. */
function partsOf(recipient: string) {
  const message = relay.received.filter((one) => one.includes(`To: ${recipient}`)).at(-1) ?? "";
  const boundary = /^Content-Type: multipart\/mixed;\s+boundary="([^"]+)"/m.exec(message)?.[1];
  expect(boundary, "the message is multipart/mixed, so that its files are files").toBeDefined();
  return message.split(`--${boundary}`).map((part) => {
    const [head = "", ...body] = part.trim().split("\r\n\r\n");
    const headers = head.replace(/\r\n[ \t]+/g, " ");
    return { headers, body: Buffer.from(body.join(""), "base64").toString("utf8") };
  });
}

function calendarOf(recipient: string) {
  const files = partsOf(recipient).filter((part) => /^Content-Disposition: attachment/m.test(part.headers));
  expect(files).toHaveLength(1);
  const [file] = files;
  expect(file?.headers).toMatch(/^Content-Type: text\/calendar; charset=utf-8/m);
  expect(file?.headers).toMatch(/filename=atelier\.ics/);
  const events = new ICAL.Component(ICAL.parse(file?.body ?? "")).getAllSubcomponents("vevent");
  return events.map((event) => new ICAL.Event(event));
}

it("the confirmation carries its date as an ordinary file, and the cancelling one takes it out again", async () => {
  const office = makeOrganisation();
  const actor = makeMember(office.id, "facilitator");
  const parts = [
    { day: "2026-12-10", from: "14:00", to: "16:00" },
    { day: "2026-12-17", from: "14:00", to: "16:00" },
  ];
  const workshop = makeWorkshop(actor, office, { title: "Répondre aux avis", audience: "public", parts });
  makeRegistration(workshop, { email: "odile@hote.example" });
  await send();
  const events = calendarOf("odile@hote.example");
  expect(events.map((one) => [one.summary, one.startDate.toJSDate().toISOString(), one.location])).toEqual([
    ["Répondre aux avis (1/2)", "2026-12-10T13:00:00.000Z", "Salle du phare"],
    ["Répondre aux avis (2/2)", "2026-12-17T13:00:00.000Z", "Salle du phare"],
  ]);
  setClock(() => Date.parse("2026-11-25T10:00:00Z"));
  cancelWorkshop(actor, authorize(actor, "workshop.plan", workshop), "Salle fermée");
  await send();
  const gone = calendarOf("odile@hote.example");
  expect(gone.map((one) => one.uid)).toEqual(events.map((one) => one.uid));
  expect(gone.every((one) => one.component.getFirstPropertyValue("status") === "CANCELLED")).toBe(true);
  expect(gone[0]?.sequence).toBeGreaterThan(events[0]?.sequence ?? 0);
});

it("a relay down for a day: the seat is kept, the confirmation waits and leaves by itself, once", async () => {
  const office = makeOrganisation();
  const actor = makeMember(office.id, "facilitator");
  const workshop = makeWorkshop(actor, office, { audience: "public" });
  relay.answer = (accept) => accept(new Error("421 en panne"));
  const registered = makeRegistration(workshop, { email: "remi@hote.example" });
  const state = () => sqlite().prepare("SELECT state, error FROM mails WHERE recipient = 'remi@hote.example'").get();
  const later = async (hours: number) => {
    sqlite()
      .prepare("UPDATE jobs SET run_at = 0, lease_until = 0, created_at = ? WHERE kind = 'mail.send'")
      .run(Date.now() - hours * 3_600_000);
    await send();
  };
  for (let hour = 0; hour < 24; hour += 1) await later(hour);
  expect(state()).toMatchObject({ state: "waiting", error: expect.stringContaining("en panne") });
  relay.answer = (accept) => accept();
  await later(24);
  await later(25);
  const count = relay.received.filter((one) => one.includes("To: remi@hote.example")).length;
  const seat = sqlite().prepare("SELECT state FROM workshop_registrations WHERE id = ?").pluck().get(registered.id);
  expect({ seat, count }).toEqual({ seat: "registered", count: 1 });
});

it("a relay down for longer: the confirmation is shown as failed, and leaves once when it is sent again", async () => {
  const office = makeOrganisation();
  const actor = makeMember(office.id, "facilitator");
  const workshop = makeWorkshop(actor, office, { audience: "public" });
  relay.answer = (accept) => accept(Object.assign(new Error("554 en panne"), { responseCode: 554 }));
  const registered = makeRegistration(workshop, { email: "lou@hote.example" });
  const state = () => sqlite().prepare("SELECT state, error FROM mails WHERE recipient = 'lou@hote.example'").get();
  for (let time = 0; time < 8; time += 1) {
    sqlite().prepare("UPDATE jobs SET run_at = 0, lease_until = 0 WHERE kind = 'mail.send'").run();
    await send();
  }
  expect(state()).toMatchObject({ state: "failed", error: expect.stringContaining("en panne") });
  relay.answer = (accept) => accept();
  const id = String(sqlite().prepare("SELECT id FROM mails WHERE recipient = 'lou@hote.example'").pluck().get());
  resendMail(actor, authorize(actor, "mail.resend", getSentMail(actor, id)), { isConfirmed: false });
  await send();
  await send();
  const count = relay.received.filter((one) => one.includes("To: lou@hote.example")).length;
  const seat = sqlite().prepare("SELECT state FROM workshop_registrations WHERE id = ?").pluck().get(registered.id);
  expect({ seat, count }).toEqual({ seat: "registered", count: 1 });
});
