import { and, eq, inArray, isNull, max, min, ne, sql } from "drizzle-orm";
import { attendances } from "~/db/attendances.server";
import { builtOnce, db, given, sqlite } from "~/db/client.server";
import { coachingSessions } from "~/db/schema/coaching.server";
import { facilitatorMonths, monthSummaries, providerMonths } from "~/db/schema/figures.server";
import { providers } from "~/db/schema/providers.server";
import { monthOf } from "~/lib/dates";
import { type OfficeFact, partsOf, type SessionFact } from "./model";
import { rebuildOffice } from "./rebuild.server";

/**
 * Brings the summaries in line with one session's change, inside its own transaction: `before` is
 * taken off, `after` is added (design 3.3). Nothing before is a new session, nothing after a deletion.
 */
export function summariseSession(before: SessionFact | undefined, after: SessionFact | undefined): void {
  if (before) addToSummaries(before, -1);
  if (after) addToSummaries(after, 1);
  const facts = [before, after].flatMap((fact) => (fact ? partsOf(fact) : []));
  const touched = [...new Set(facts.flatMap((fact) => fact.providers.map((one) => one.providerId)))];
  if (!before && after) widenSupportDays(touched, after);
  else refreshSupportDays(touched);
}

/**
 * Computes one office's summaries anew from its sessions, in the caller's transaction: for what changes
 * many sessions' figures at once (the limit of a short advice, a merge of providers, an import withdrawn).
 */
export function resummariseOffice(officeId: string): void {
  rebuildOffice(sqlite(), officeId);
}

/** A facilitator's hours are those worked, whoever came: they are counted once, at the owner, as a whole. */
function addToSummaries(fact: SessionFact, sign: 1 | -1): void {
  const month = monthOf(fact.heldOn);
  for (const facilitatorId of fact.facilitatorIds) addToFacilitator(fact, { month, facilitatorId }, sign);
  for (const part of partsOf(fact)) addPart(part, month, sign);
}

function addPart(fact: OfficeFact, month: string, sign: 1 | -1): void {
  addToMonth(fact, month, sign);
  for (const { providerId, supports } of fact.providers) {
    providerMonth().run({ ownerId: fact.ownerId, month, providerId, supports: sign * supports, sessions: sign });
    if (sign < 0) dropEmptyProviderMonth(fact.ownerId, month, providerId);
  }
}

// Built once each: every saving adds to the three, and an import saves by the thousand.
const providerMonth = builtOnce((db) =>
  db
    .insert(providerMonths)
    .values(given("ownerId", "month", "providerId", "supports", "sessions"))
    .onConflictDoUpdate({
      target: [providerMonths.ownerId, providerMonths.month, providerMonths.providerId],
      set: { supports: sql`supports + excluded.supports`, sessions: sql`sessions + excluded.sessions` },
    })
    .prepare(),
);

const { ownerId, month, kind, theme, channel } = monthSummaries;
const officeMonth = builtOnce((db) =>
  db
    .insert(monthSummaries)
    .values({
      ...given("ownerId", "month", "kind", "theme", "channel", "sessions", "shortAdvices", "supports", "minutes"),
      ...given("preparationMinutes", "travelMinutes", "travelKilometres", "excused", "absent"),
    })
    .onConflictDoUpdate({
      target: [ownerId, month, kind, theme, channel],
      set: {
        sessions: sql`sessions + excluded.sessions`,
        shortAdvices: sql`short_advices + excluded.short_advices`,
        supports: sql`supports + excluded.supports`,
        minutes: sql`minutes + excluded.minutes`,
        preparationMinutes: sql`preparation_minutes + excluded.preparation_minutes`,
        travelMinutes: sql`travel_minutes + excluded.travel_minutes`,
        travelKilometres: sql`travel_kilometres + excluded.travel_kilometres`,
        excused: sql`excused + excluded.excused`,
        absent: sql`absent + excluded.absent`,
      },
    })
    .prepare(),
);

const facilitatorMonth = builtOnce((db) =>
  db
    .insert(facilitatorMonths)
    .values({
      ...given("ownerId", "month", "facilitatorId", "sessions", "supports"),
      ...given("contactMinutes", "preparationMinutes", "travelMinutes", "otherMinutes"),
    })
    .onConflictDoUpdate({
      target: [facilitatorMonths.ownerId, facilitatorMonths.month, facilitatorMonths.facilitatorId],
      set: {
        sessions: sql`sessions + excluded.sessions`,
        supports: sql`supports + excluded.supports`,
        contactMinutes: sql`contact_minutes + excluded.contact_minutes`,
        preparationMinutes: sql`preparation_minutes + excluded.preparation_minutes`,
        travelMinutes: sql`travel_minutes + excluded.travel_minutes`,
        otherMinutes: sql`other_minutes + excluded.other_minutes`,
      },
    })
    .prepare(),
);

function addToMonth(fact: OfficeFact, month: string, sign: number): void {
  officeMonth().run({
    ownerId: fact.ownerId,
    month,
    kind: fact.kind,
    theme: fact.theme ?? "",
    channel: fact.channel ?? "",
    sessions: sign * fact.sessions,
    shortAdvices: fact.isShortAdvice ? sign : 0,
    supports: sign * fact.supports,
    minutes: sign * fact.durationMinutes,
    preparationMinutes: sign * fact.preparationMinutes,
    travelMinutes: sign * fact.travelMinutes,
    travelKilometres: sign * fact.travelKilometres,
    excused: sign * fact.excused,
    absent: sign * fact.absent,
  });
}

function addToFacilitator(fact: SessionFact, key: { month: string; facilitatorId: string }, sign: number): void {
  const isOther = fact.kind === "other_work";
  facilitatorMonth().run({
    ownerId: fact.ownerId,
    ...key,
    sessions: isOther ? 0 : sign,
    supports: sign * fact.supports,
    contactMinutes: isOther ? 0 : sign * fact.durationMinutes,
    preparationMinutes: sign * fact.preparationMinutes,
    travelMinutes: sign * fact.travelMinutes,
    otherMinutes: isOther ? sign * fact.durationMinutes : 0,
  });
}

function dropEmptyProviderMonth(ownerId: string, month: string, providerId: string): void {
  const key = and(
    eq(providerMonths.ownerId, ownerId),
    eq(providerMonths.month, month),
    eq(providerMonths.providerId, providerId),
  );
  db()
    .delete(providerMonths)
    .where(and(key, eq(providerMonths.sessions, 0)))
    .run();
}

/** One more session can only widen the days between a provider's first support and its last: no other is read. */
function widenSupportDays(providerIds: string[], { kind, heldOn }: SessionFact): void {
  if (kind === "other_work" || providerIds.length === 0) return;
  const { firstSupportOn, lastSupportOn } = providers;
  db()
    .update(providers)
    .set({
      firstSupportOn: sql`min(coalesce(${firstSupportOn}, ${heldOn}), ${heldOn})`,
      lastSupportOn: sql`max(coalesce(${lastSupportOn}, ${heldOn}), ${heldOn})`,
    })
    .where(inArray(providers.id, providerIds))
    .run();
}

/** First and last support of these providers, read again from the facts. */
export function refreshSupportDays(providerIds: string[]): void {
  if (providerIds.length === 0) return;
  const providerId = sql<string>`attendances.provider_id`;
  const rows = db()
    .select({ providerId, first: min(coachingSessions.heldOn), last: max(coachingSessions.heldOn) })
    .from(attendances)
    .innerJoin(coachingSessions, sql`${coachingSessions.id} = attendances.session_id`)
    .where(
      and(
        inArray(providerId, providerIds),
        isNull(coachingSessions.deletedAt),
        eq(coachingSessions.isCounted, true),
        ne(coachingSessions.kind, "other_work"),
      ),
    )
    .groupBy(providerId)
    .all();
  const days = new Map(rows.map((row) => [row.providerId, row]));
  for (const id of providerIds) {
    const found = days.get(id);
    db()
      .update(providers)
      .set({ firstSupportOn: found?.first ?? null, lastSupportOn: found?.last ?? null })
      .where(eq(providers.id, id))
      .run();
  }
}
