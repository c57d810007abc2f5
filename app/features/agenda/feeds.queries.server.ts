import { and, eq, gte, inArray, isNull, or } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import { canSomewhere } from "~/access/can";
import { loadActor } from "~/auth/load-actor.server";
import { hashToken } from "~/auth/tokens.server";
import { db } from "~/db/client.server";
import { users } from "~/db/schema/accounts.server";
import { appointments, calendarFeeds, preparationBlocks } from "~/db/schema/agenda.server";
import { organisations } from "~/db/schema/organisations.server";
import { providers } from "~/db/schema/providers.server";
import { todayOf } from "~/features/organisations/zone.queries.server";
import { translator } from "~/i18n/translate";
import { now } from "~/lib/clock";
import { addDays } from "~/lib/dates";
import { NotFoundError } from "~/lib/errors";
import { listAbsencesBetween } from "./busy.queries.server";
import { type CalendarEntry, writeCalendar } from "./calendar.server";
import { calendarWords } from "./emails.server";
import { spanOf } from "./model";
import { uidOf } from "./tell.server";
import { workshopEntries } from "./workshop-entries.server";

/** The feeds that the actor has now. */
export function listFeeds(actor: Actor) {
  return db()
    .select({ kind: calendarFeeds.kind, subjectId: calendarFeeds.subjectId, createdAt: calendarFeeds.createdAt })
    .from(calendarFeeds)
    .where(and(eq(calendarFeeds.userId, actor.userId), isNull(calendarFeeds.revokedAt)))
    .limit(100)
    .all();
}

/**
 * What a secret address shows, as its owner's rights stand today: from one month back, changes and
 * cancellations with their sequence numbers. Throws NotFoundError for an address that opens nothing.
 */
export function readFeed(token: string): string {
  const feed = db()
    .select()
    .from(calendarFeeds)
    .where(and(eq(calendarFeeds.tokenHash, hashToken(token)), isNull(calendarFeeds.revokedAt)))
    .get();
  const owner = feed ? loadActor(feed.userId) : undefined;
  if (!feed || !owner) throw new NotFoundError("feed");
  if (feed.kind === "person" && canSomewhere(owner, "agenda.view")) return personFeed(owner);
  if (feed.kind === "provider" && owner.providerIds.includes(feed.subjectId)) return providerFeed(owner, feed.subjectId);
  throw new NotFoundError("feed");
}

const monthAgo = (owner: Actor): string => addDays(todayOf(owner), -31);

function personFeed(owner: Actor): string {
  const name = translator(owner.locale)("appointments:feedPerson", { name: owner.name });
  const entries = [
    ...appointmentEntries(owner, { facilitatorId: owner.userId }),
    ...preparationEntries(owner),
    ...absenceEntries(owner),
    ...workshopEntries(owner, { from: monthAgo(owner) }),
  ];
  return writeCalendar({ name, entries });
}

function providerFeed(owner: Actor, providerId: string): string {
  const provider = db().select({ name: providers.name }).from(providers).where(eq(providers.id, providerId)).get();
  const name = translator(owner.locale)("appointments:feedProvider", { name: provider?.name ?? "" });
  const entries = [
    ...appointmentEntries(owner, { providerId }),
    ...workshopEntries(owner, { from: monthAgo(owner), providerId }),
  ];
  return writeCalendar({ name, entries });
}

function appointmentEntries(owner: Actor, of: { facilitatorId: string } | { providerId: string }): CalendarEntry[] {
  const isStaff = "facilitatorId" in of;
  const theirs = isStaff ? eq(appointments.facilitatorId, of.facilitatorId) : eq(appointments.providerId, of.providerId);
  const offices = owner.memberships.map((one) => one.organisationId);
  const rows = db()
    .select({
      row: appointments,
      provider: providers.name,
      facilitator: users.name,
      office: organisations.name,
    })
    .from(appointments)
    .innerJoin(providers, eq(providers.id, appointments.providerId))
    .innerJoin(users, eq(users.id, appointments.facilitatorId))
    .innerJoin(organisations, eq(organisations.id, appointments.ownerId))
    .where(and(theirs, gte(appointments.heldOn, monthAgo(owner)), isStaff ? inArray(appointments.ownerId, offices) : undefined))
    .orderBy(appointments.startsAt)
    .limit(2000)
    .all();
  return rows.map((about) => ({
    uid: uidOf(about.row),
    sequence: about.row.sequence,
    changedAt: about.row.changedAt,
    isCancelled: about.row.state === "cancelled",
    when: spanOf(about.row),
    ...calendarWords({ locale: owner.locale, isStaff }, about),
  }));
}

/** Preparation given back stays for a month as cancelled, so that calendars strike it out. */
function preparationEntries(owner: Actor): CalendarEntry[] {
  const { deletedAt, heldOn, userId } = preparationBlocks;
  const isKept = or(isNull(deletedAt), gte(deletedAt, now() - 31 * 86_400_000));
  const rows = db()
    .select()
    .from(preparationBlocks)
    .where(and(eq(userId, owner.userId), gte(heldOn, monthAgo(owner)), isKept))
    .limit(1000)
    .all();
  const untitled = translator(owner.locale)("appointments:preparation");
  return rows.map((row) => ({
    uid: `preparation-${uidOf(row)}`,
    sequence: row.sequence,
    changedAt: row.changedAt,
    summary: row.title || untitled,
    isCancelled: row.deletedAt !== null,
    when: spanOf(row),
  }));
}

function absenceEntries(owner: Actor): CalendarEntry[] {
  const from = monthAgo(owner);
  const summary = translator(owner.locale)("appointments:absence");
  return listAbsencesBetween([owner.userId], { from, to: addDays(from, 800) }).map((row) => ({
    uid: `absence-${uidOf(row)}`,
    sequence: 0,
    changedAt: Date.parse(`${row.startsOn}T00:00:00Z`),
    summary,
    isCancelled: false,
    when: { from: row.startsOn, to: row.endsOn },
  }));
}
