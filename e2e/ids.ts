import { sqlite } from "~/db/client.server";
import { addDays, dayIn, mondayOf } from "~/lib/dates";
import { isHoliday } from "~/lib/public-holidays";
import { makeActivityReport } from "~/testing/factories/activity-report";
import { makeAppointment } from "~/testing/factories/agenda";
import { makeAccessRequest } from "~/testing/factories/data-request";
import { makeFunder, makeGoal } from "~/testing/factories/goal";
import { makeReport } from "~/testing/factories/report";
import { makeCollection, makeLetter, makeNews, makeResource } from "~/testing/factories/resource";
import { makePooledSession, makeSession } from "~/testing/factories/session";
import { makeWebhook } from "~/testing/factories/webhook";
import { makeWorkshop } from "~/testing/factories/workshop";
import { makeMember, makeOrganisation } from "~/testing/factories/world";
import type { World } from "./fixtures";
import type { Ids } from "./known-ids";

/** A funder to whom the office promised something. */
function makePromise({ people, office }: World): string {
  const funderId = makeFunder(people.director, office);
  makeGoal(people.director, office, { funderId });
  return funderId;
}

/** One of each row that an address may name, in this test's office. */
export function readIds(world: World): Ids {
  const [provider, other] = world.providers;
  if (!provider || !other) throw new Error("two providers");
  const session = makeSession(world.people.facilitator, world.office, {
    providers: [provider.id],
    nextStep: "Répondre aux avis",
  });
  const one = (sql: string, id = provider.id) => String(sqlite().prepare(sql).pluck().get(id) ?? "");
  const contact = `0190a0a0-1111-7000-8000-${provider.id.slice(-12)}`;
  sqlite()
    .prepare("INSERT INTO contacts (id, owner_id, provider_id, name, created_at) VALUES (?, ?, ?, 'Odile Fontanel', 1)")
    .run(contact, provider.ownerId, provider.id);
  return {
    provider: provider.id,
    other: other.id,
    session,
    shared: makeShared(world, provider.id),
    contact,
    appointment: makeAppointment(world.people.facilitator, provider, comingWeekday()),
    action: one("SELECT id FROM actions WHERE provider_id = ?"),
    plan: one("SELECT plan_id FROM actions WHERE provider_id = ?"),
    establishment: one("SELECT id FROM establishments WHERE provider_id = ?"),
    user: world.people.facilitator.userId,
    membership: one("SELECT id FROM memberships WHERE user_id = ?", world.people.facilitator.userId),
    sheet: "repondre-a-un-avis",
    resource: makeResource(world.people.facilitator, world.office).slug,
    collection: makeCollection(world.people.facilitator, world.office),
    news: makeNews(world.people.facilitator, world.office),
    letter: makeLetter(world.people.facilitator, world.office),
    office: world.office.id,
    report: makeReport(world.people.facilitator, world.office),
    activityReport: makeActivityReport(world.people.director, world.office),
    webhook: makeWebhook(world.people.director, world.office),
    dataRequest: makeAccessRequest(world.people.provider, provider.id),
    funder: makePromise(world),
    goal: makeGoal(world.people.director, world.office),
    workshop: makeWorkshop(world.people.facilitator, world.office, { parts: [{ day: nextWeek(), from: "14:00", to: "16:00" }] })
      .id,
  };
}

/** A session of a neighbouring office, where this one's provider was. */
function makeShared(world: World, providerId: string): string {
  const holder = makeOrganisation();
  const by = makeMember(holder.id, "facilitator");
  return makePooledSession({ by, holder, guest: { organisationId: world.office.id, providerId } });
}

const nextWeek = () => new Date(Date.now() + 7 * 86_400_000).toISOString().slice(0, 10);
/** Two weeks ahead: no hour of today can be past. */
function comingWeekday(): { day: string; confirmed: string } {
  const day = addDays(mondayOf(dayIn("Europe/Paris", Date.now())), 15);
  return { day, confirmed: isHoliday(day, "Europe/Paris") ? "holiday" : "" };
}
