import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import type { Actor } from "~/access/actor";
import { authorize } from "~/access/authorized";
import { sqlite } from "~/db/client.server";
import { sendQueuedMail } from "~/email/send-job.server";
import { runDue } from "~/jobs/worker.server";
import { setClock } from "~/lib/clock";
import { RuleError } from "~/lib/errors";
import { newId } from "~/lib/ids";
import { openTestDatabase } from "~/testing/database";
import { makeSession } from "~/testing/factories/session";
import { makeMember, makeOrganisation, makeProvider } from "~/testing/factories/world";
import { readPdf } from "~/testing/read-pdf";
import { openRelay, type Relay } from "~/testing/relay";
import { reportJobs } from "./jobs.server";
import { nextToReport } from "./model";
import { listReports } from "./queries.server";
import { scheduleReports, stopSchedule } from "./schedule.commands.server";
import { getSchedule } from "./schedule.queries.server";
import { lookAtSchedules } from "./schedule.server";
import { describeSchedules } from "./schedule-page.server";

openTestDatabase({ at: "2026-11-24T10:00:00Z" });

let relay: Relay;
/** Both clocks: the product's, and the one by which the worker takes what is due. */
function at(instant: string): void {
  const ms = Date.parse(instant);
  setClock(() => ms);
  vi.spyOn(Date, "now").mockReturnValue(ms);
}
beforeAll(async () => {
  relay = await openRelay();
  vi.stubEnv("SMTP_URL", relay.url);
});
afterAll(async () => {
  vi.unstubAllEnvs();
  await relay.close();
});
beforeEach(() => {
  relay.received.length = 0;
  relay.answer = (accept) => accept();
  at("2026-11-24T10:00:00Z");
});
afterEach(() => {
  vi.mocked(Date.now).mockRestore();
  // The file serves the next test too.
  sqlite().prepare("UPDATE report_schedules SET deleted_at = 1").run();
});

function setUp() {
  // As the server does when it starts.
  lookAtSchedules();
  const office = makeOrganisation({ name: "Office des Pertuis" });
  const facilitator = makeMember(office.id, "facilitator", { name: "Anaïs Berthou" });
  const director = makeMember(office.id, "director", { name: "Luc Ferrandon" });
  sqlite().prepare("UPDATE users SET locale = 'en' WHERE id = ?").run(facilitator.userId);
  const gite = makeProvider(facilitator, office, { name: "Gîte des Pins" });
  makeSession(facilitator, office, { providers: [gite.id], heldOn: "2026-11-02", duration: 90 });
  const id = newId();
  const own = authorize(director, "report.schedule", { ...office, seasonWeeks: [] });
  const schedule = (readers: string[]) => scheduleReports(director, own, { id, period: "month", readers });
  return { office, facilitator, director, id, schedule };
}

/** The worker as it runs in production, its mails sent by SMTP. */
async function work(): Promise<void> {
  await runDue({ ...reportJobs, "mail.send": sendQueuedMail }, { error: () => undefined });
}
const lines = (actor: Actor) =>
  describeSchedules(actor).schedules.flatMap(({ last }) => last?.mails.map(({ text }) => text) ?? []);

/** The words of the PDF that a message carries. */
async function attached(message: string): Promise<string> {
  const [, base64 = ""] = /Content-Type: application\/pdf[\s\S]*?\r\n\r\n([\s\S]*?)\r\n--/.exec(message) ?? [];
  return (await readPdf(Buffer.from(base64, "base64"))).text;
}

describe("a scheduled report", () => {
  it("leaves the morning after its month, once, to each reader in their language", async () => {
    const { facilitator, director, schedule } = setUp();
    schedule([director.userId, facilitator.userId]);
    at("2026-12-01T05:59:00Z");
    await work();
    expect(relay.received).toHaveLength(0);
    for (const instant of ["2026-12-01T07:00:00Z", "2026-12-01T08:00:00Z", "2026-12-09T08:00:00Z"]) {
      at(instant);
      await work();
    }
    expect(relay.received).toHaveLength(2);
    expect(listReports(director)).toMatchObject([{ startsOn: "2026-11-01", endsOn: "2026-11-30", state: "finished" }]);
    const texts = await Promise.all(relay.received.map(attached));
    const french = texts.find((text) => text.includes("Avant et maintenant"));
    const english = texts.find((text) => text.includes("Before and now"));
    expect(french).toContain("a accompagné 1 prestataire sur 1 connu");
    expect(english).toContain("accompanied 1 provider of 1 known");
    expect(`${french}${english}`).not.toContain("Gîte des Pins");
    expect(lines(director)).toEqual([
      "Anaïs Berthou\u00a0: envoyé le 1er déc. 2026 à 8\u00a0h\u00a000",
      "Luc Ferrandon\u00a0: envoyé le 1er déc. 2026 à 8\u00a0h\u00a000",
    ]);
  });

  it("leaves once more at the next period only, and no more when it is stopped", async () => {
    const { director, id, schedule } = setUp();
    schedule([director.userId]);
    at("2027-01-02T08:00:00Z");
    await work();
    // November went by while nothing ran: the last period alone is made.
    expect(relay.received).toHaveLength(1);
    stopSchedule(director, authorize(director, "report.schedule", getSchedule(director, id)));
    at("2027-02-02T08:00:00Z");
    await work();
    expect(relay.received).toHaveLength(1);
  });

  it("shows a mail that was refused, and one whose maker left", async () => {
    const { office, director, schedule } = setUp();
    schedule([director.userId]);
    relay.answer = (accept) => accept(Object.assign(new Error("Boîte pleine"), { responseCode: 552 }));
    at("2026-12-01T07:00:00Z");
    await work();
    const retry = [1, 2, 3, 4, 5, 6, 7].map((hour) => `2026-12-01T${String(8 + hour).padStart(2, "0")}:00:00Z`);
    for (const instant of retry) {
      at(instant);
      await work();
    }
    expect(lines(director)[0]).toMatch(/non parvenu, .*Boîte pleine/);
    const other = makeMember(office.id, "director");
    sqlite().prepare("UPDATE memberships SET ends_on = '2026-12-01' WHERE user_id = ?").run(director.userId);
    at("2027-01-02T08:00:00Z");
    await work();
    expect(listReports(other)).toHaveLength(1);
    expect(describeSchedules(other).schedules[0]?.warning).toContain("ne dirige plus l’office");
  });

  it("is sent to people of the office alone", () => {
    const { schedule } = setUp();
    expect(() => schedule([makeMember(makeOrganisation().id, "director").userId])).toThrow(RuleError);
  });
});

describe("the next period to report", () => {
  const summer = [27, 28, 29, 30, 31, 32, 33, 34, 35];
  it.each([
    { period: "month", madeUntil: "2026-10-31", next: { from: "2026-11-01", to: "2026-11-30" } },
    { period: "month", madeUntil: "2026-11-23", next: { from: "2026-11-01", to: "2026-11-30" } },
    { period: "quarter", madeUntil: "2026-09-30", next: { from: "2026-10-01", to: "2026-12-31" } },
    { period: "year", madeUntil: "2025-12-31", next: { from: "2026-01-01", to: "2026-12-31" } },
    { period: "season", madeUntil: "2026-08-30", next: { from: "2027-07-05", to: "2027-09-05" } },
  ] as const)("of a $period done until $madeUntil", ({ period, madeUntil, next }) => {
    expect(nextToReport(period, madeUntil, summer)).toEqual(next);
  });

  it("is none for a season where the office has none", () => {
    expect(nextToReport("season", "2026-08-30", [])).toBeUndefined();
  });
});
