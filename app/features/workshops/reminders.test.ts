import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { authorize } from "~/access/authorized";
import { sqlite } from "~/db/client.server";
import { runDue } from "~/jobs/worker.server";
import { setClock } from "~/lib/clock";
import { newId } from "~/lib/ids";
import { openTestDatabase } from "~/testing/database";
import { makeRegistration, makeWorkshop, workshopInput } from "~/testing/factories/workshop";
import { makeMember, makeOrganisation } from "~/testing/factories/world";
import { closeWorkshop, recordAttendance } from "./attendance.commands.server";
import { cancelWorkshop, changeWorkshop, openWorkshop } from "./commands.server";
import { workshopJobs } from "./jobs.server";

openTestDatabase({ at: "2026-11-24T10:00:00Z" });
/** Both clocks: the product's, and the one by which the worker takes what is due. */
function at(instant: string): void {
  const ms = Date.parse(instant);
  setClock(() => ms);
  vi.spyOn(Date, "now").mockReturnValue(ms);
}
beforeEach(() => at("2026-11-24T10:00:00Z"));
afterEach(() => vi.mocked(Date.now).mockRestore());

// Thursday 10 December 2026, 14:00 in Paris.
function setUp(given: Parameters<typeof makeWorkshop>[2] = {}) {
  const office = makeOrganisation();
  const actor = makeMember(office.id, "facilitator");
  const workshop = makeWorkshop(actor, office, { reminders: [10_080, 1440, 120], ...given });
  const email = `rappel-${newId()}@hote.example`;
  const { id } = makeRegistration(workshop, { email });
  return { office, actor, workshop, email, id, plan: authorize(actor, "workshop.plan", workshop) };
}

/** The worker as it runs in production, mails left in the outbox. */
const work = () => runDue({ ...workshopJobs, "mail.send": () => undefined }, { error: () => undefined });

const subjects = (email: string, word: string) =>
  sqlite()
    .prepare<[string, string], { n: number }>("SELECT count(*) AS n FROM mails WHERE recipient = ? AND subject LIKE ?")
    .get(email, `%${word}%`)?.n;
const reminders = (email: string) => subjects(email, "Rappel");

describe("reminders", () => {
  it("leave at the delays of the workshop, and not a minute before", async () => {
    const { email } = setUp();
    at("2026-12-03T12:59:00Z");
    await work();
    expect(reminders(email)).toBe(0);
    for (const [instant, count] of [
      ["2026-12-03T13:00:00Z", 1],
      ["2026-12-09T13:00:00Z", 2],
      ["2026-12-10T11:00:00Z", 3],
    ] as const) {
      at(instant);
      await work();
      expect(reminders(email)).toBe(count);
    }
  });

  it("never leave twice, even when a job runs again after a stop in the middle", async () => {
    const { email } = setUp({ reminders: [1440] });
    at("2026-12-09T13:00:00Z");
    await work();
    sqlite().prepare("UPDATE jobs SET state = 'waiting', lease_until = NULL WHERE kind = 'workshops.remind'").run();
    await work();
    expect(reminders(email)).toBe(1);
  });

  it("never leave for a cancelled workshop, and follow one that is moved", async () => {
    const off = setUp({ reminders: [1440] });
    cancelWorkshop(off.actor, off.plan, undefined);
    const moved = setUp({ reminders: [1440] });
    const parts = [{ day: "2026-12-17", from: "14:00", to: "16:00" }];
    const input = { ...workshopInput({ reminders: [1440], parts }), id: moved.workshop.id };
    const version = sqlite()
      .prepare<[string], { version: number }>("SELECT version FROM workshops WHERE id = ?")
      .get(moved.workshop.id);
    changeWorkshop(moved.actor, moved.plan, { ...input, version: version?.version });
    at("2026-12-09T13:00:00Z");
    await work();
    expect([reminders(off.email), reminders(moved.email)]).toEqual([0, 0]);
    at("2026-12-16T13:00:00Z");
    await work();
    expect(reminders(moved.email)).toBe(1);
  });

  it("that a long stop left behind give one message, the last that is due", async () => {
    const { email } = setUp();
    at("2026-12-10T11:30:00Z");
    await work();
    expect(reminders(email)).toBe(1);
  });
});

it("the second feedback is asked once, of those who were there, so many days after", async () => {
  const { actor, workshop, email, id } = setUp({ laterFeedbackDays: 30 });
  const missing = makeRegistration(workshop, { email: `absent-${newId()}@hote.example` });
  at("2026-12-10T13:05:00Z");
  const held = authorize(actor, "workshop.hold", workshop);
  openWorkshop(actor, held);
  const presences = { [id]: "present", [missing.id]: "absent" };
  recordAttendance(actor, held, { id: newId(), presences, walkIns: "", headCount: 0, areAllPresent: false });
  closeWorkshop(actor, held);
  expect(subjects(email, "Votre avis")).toBe(1);
  at("2027-01-09T14:00:00Z");
  await work();
  expect(subjects(email, "Et depuis")).toBe(0);
  at("2027-01-09T15:00:00Z");
  await work();
  await work();
  expect(subjects(email, "Et depuis")).toBe(1);
  expect(subjects("absent-%", "Et depuis")).toBe(0);
});
