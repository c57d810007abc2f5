import { expect, it } from "vitest";
import { sqlite } from "~/db/client.server";
import { runDue } from "~/jobs/worker.server";
import { setClock } from "~/lib/clock";
import { openTestDatabase } from "~/testing/database";
import { makeContact } from "~/testing/factories/record";
import { makeMember, makeOrganisation, makeProvider } from "~/testing/factories/world";
import { notificationJobs } from "./jobs.server";
import { scheduleNotices } from "./schedule.server";

openTestDatabase();

it("retention runs from the queue with what is done at each full hour, and is logged", async () => {
  setClock(() => Date.parse("2026-11-24T10:05:00Z"));
  const office = makeOrganisation();
  const facilitator = makeMember(office.id, "facilitator");
  const gite = makeProvider(facilitator, office);
  makeContact(facilitator, gite, { name: "Odile Fontanel" });
  sqlite()
    .prepare("UPDATE providers SET last_support_on = '2020-01-01', created_at = unixepoch('2020-01-01') * 1000 WHERE id = ?")
    .run(gite.id);
  const names = () => sqlite().prepare("SELECT name FROM contacts WHERE provider_id = ?").pluck().all(gite.id);
  scheduleNotices();
  const errors: unknown[] = [];
  const run = () => runDue(notificationJobs, { error: (problem) => errors.push(problem) });
  await run();
  expect(names()).not.toContain("Odile Fontanel");
  expect(sqlite().prepare("SELECT reason FROM purges WHERE provider_id = ?").pluck().all(gite.id)).toEqual(["retention"]);
  expect(errors).toEqual([]);
});
