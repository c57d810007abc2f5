import { beforeEach, expect, it } from "vitest";
import { authorize } from "~/access/authorized";
import { sqlite } from "~/db/client.server";
import { addAction } from "~/features/action-plans/actions.commands.server";
import { actionSchema } from "~/features/action-plans/form";
import { getPlanHead } from "~/features/action-plans/queries.server";
import { describeAgenda } from "~/features/agenda/agenda-page.server";
import { purgeExpired } from "~/features/own-data/retention.commands.server";
import { readProviderFilter } from "~/features/providers/filter.server";
import { setClock } from "~/lib/clock";
import { newId } from "~/lib/ids";
import { openTestDatabase } from "~/testing/database";
import { lastMailTo } from "~/testing/factories/mail";
import { makeMember, makeOrganisation, makeProvider } from "~/testing/factories/world";
import { collectNews, collectReminders } from "./collect.server";
import { sendDigests } from "./digest.commands.server";

openTestDatabase();
const clock = (instant: string) => setClock(() => Date.parse(instant));
beforeEach(() => clock("2026-11-23T12:00:00Z"));

/** A contact of an office of this zone, and a step of their plan. */
function setUp(zone: string, step: { dueOn?: string } = {}) {
  const office = makeOrganisation();
  sqlite().prepare("UPDATE organisations SET zone = ? WHERE id = ?").run(zone, office.id);
  const facilitator = makeMember(office.id, "facilitator");
  const gite = makeProvider(facilitator, office);
  const contactId = newId();
  const email = `${contactId}@gite.example`;
  sqlite()
    .prepare("INSERT INTO contacts (id, owner_id, provider_id, name, email, created_at) VALUES (?, ?, ?, 'Odile', ?, 0)")
    .run(contactId, office.id, gite.id, email);
  const plan = authorize(facilitator, "plan.edit", getPlanHead(facilitator, gite.id, "plan.edit"));
  const add = (title: string) => addAction(facilitator, plan, actionSchema.parse({ id: newId(), title, ...step })).id;
  const id = add("Répondre aux avis");
  const tell = () => {
    collectNews(gite.id);
    return sendDigests(gite.id).mails;
  };
  const waiting = (kind: string) =>
    sqlite().prepare("SELECT count(*) FROM notices WHERE person_id = ? AND kind = ?").pluck().get(contactId, kind);
  const end = (day: string) => sqlite().prepare("UPDATE contacts SET ends_on = ? WHERE id = ?").run(day, contactId);
  return { office, gite, contactId, email, id, add, tell, waiting, end };
}

// Winter and summer time, west and east of Paris; the day too differs.
it.each([
  ["Europe/Paris", "2026-11-24T06:59:00Z", "2026-11-24T07:01:00Z"],
  ["Europe/Paris", "2027-05-25T05:59:00Z", "2027-05-25T06:01:00Z"],
  ["America/Guadeloupe", "2026-11-24T11:59:00Z", "2026-11-24T12:01:00Z"],
  ["America/Martinique", "2027-05-25T11:59:00Z", "2027-05-25T12:01:00Z"],
  ["Indian/Reunion", "2026-11-24T03:59:00Z", "2026-11-24T04:01:00Z"],
  ["Pacific/Noumea", "2026-11-24T20:59:00Z", "2026-11-24T21:01:00Z"],
])("a digest leaves from eight of the office's own clock: %s", (zone, before, after) => {
  const { tell, email } = setUp(zone);
  clock(before);
  sqlite().prepare("UPDATE actions SET published_at = ?").run(Date.parse(before));
  expect(tell()).toBe(0);
  clock(after);
  expect(tell()).toBe(1);
  expect(lastMailTo(email)?.text).toContain("Répondre aux avis");
});

it.each([
  ["Europe/Paris", ["2026-11-24T07:30:00Z", "2026-11-24T22:59:00Z", "2026-11-25T07:30:00Z"]],
  ["America/Guadeloupe", ["2026-11-24T12:30:00Z", "2026-11-25T03:59:00Z", "2026-11-25T12:30:00Z"]],
  ["Indian/Reunion", ["2026-11-24T04:30:00Z", "2026-11-24T19:59:00Z", "2026-11-25T04:30:00Z"]],
])("one mail a day is counted in the office's own days: %s", (zone, [first = "", sameDay = "", nextDay = ""]) => {
  const { add, tell } = setUp(zone);
  clock(first);
  expect(tell()).toBe(1);
  clock(sameDay);
  add("Refaire les photos");
  expect(tell()).toBe(0);
  clock(nextDay);
  expect(tell()).toBe(1);
});

it.each([
  ["Europe/Paris", "2026-12-12T22:59:00Z", "2026-12-12T23:01:00Z"],
  ["America/Guadeloupe", "2026-12-13T03:59:00Z", "2026-12-13T04:01:00Z"],
  ["Indian/Reunion", "2026-12-12T19:59:00Z", "2026-12-12T20:01:00Z"],
])("a step is due soon seven of the office's own days before: %s", (zone, before, after) => {
  const { waiting } = setUp(zone, { dueOn: "2026-12-20" });
  clock(before);
  collectReminders();
  expect(waiting("dueSoon")).toBe(0);
  clock(after);
  collectReminders();
  expect(waiting("dueSoon")).toBe(1);
});

it.each([
  ["Europe/Paris", "2026-11-24T07:30:00Z", 0],
  ["America/Guadeloupe", "2026-11-24T03:30:00Z", 1],
  ["Indian/Reunion", "2026-11-23T20:30:00Z", 0],
])("who left is told nothing from that day on, by the office's own day: %s", (zone, instant, told) => {
  const { gite, waiting, end } = setUp(zone);
  end("2026-11-24");
  clock(instant);
  collectNews(gite.id);
  expect(waiting("newSteps")).toBe(told);
});

it.each([
  ["Europe/Paris", "2026-11-30T06:59:00Z", "2026-11-30T07:01:00Z"],
  ["America/Guadeloupe", "2026-11-30T11:59:00Z", "2026-11-30T12:01:00Z"],
  ["Indian/Reunion", "2026-11-30T03:59:00Z", "2026-11-30T04:01:00Z"],
])("a weekly digest leaves on the office's own Monday: %s", (zone, before, after) => {
  const { contactId, tell } = setUp(zone);
  sqlite()
    .prepare("INSERT INTO notice_choices (person_id, kind, frequency, chosen_at) VALUES (?, 'newSteps', 'weekly', 0)")
    .run(contactId);
  clock("2026-11-27T12:00:00Z");
  expect(tell()).toBe(0);
  clock(before);
  expect(tell()).toBe(0);
  clock(after);
  expect(tell()).toBe(1);
});

it("the agenda, « pas vus depuis » and what is kept follow the office's own day", () => {
  const { office, gite } = setUp("America/Guadeloupe");
  const facilitator = makeMember(office.id, "facilitator");
  // Eleven in the evening of the 23rd there, four in the morning of the 24th in Paris.
  clock("2026-11-24T03:00:00Z");
  expect(describeAgenda(facilitator, { view: "list" }).day).toBe("2026-11-23");
  const { filter } = readProviderFilter(facilitator, new Request("http://balise.example/providers?unseenMonths=1"));
  expect(filter.notSeenSince).toBe("2026-10-23");
  const last = sqlite().prepare("UPDATE providers SET last_support_on = '2023-11-23', created_at = 0 WHERE id = ?");
  last.run(gite.id);
  sqlite().prepare("UPDATE action_plans SET last_news_at = NULL WHERE provider_id = ?").run(gite.id);
  purgeExpired();
  expect(sqlite().prepare("SELECT anonymised_at FROM providers WHERE id = ?").pluck().get(gite.id)).toBeNull();
  clock("2026-11-24T12:00:00Z");
  purgeExpired();
  expect(sqlite().prepare("SELECT anonymised_at FROM providers WHERE id = ?").pluck().get(gite.id)).not.toBeNull();
});
