import { and, asc, count, desc, eq, gte, inArray, isNotNull, isNull, ne, or, sql } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import { scope } from "~/access/scopes.server";
import { builtOnce, db } from "~/db/client.server";
import { keptReading } from "~/db/kept-reading.server";
import { coachingSessions, sessionParticipants } from "~/db/schema/coaching.server";
import { funders, tags } from "~/db/schema/organisations.server";
import { resources } from "~/db/schema/resources.server";
import { themeCodes } from "~/features/themes/model";
import { now } from "~/lib/clock";
import { addMonths, dayIn } from "~/lib/dates";
import { offeredDurations } from "./model";

interface Office {
  id: string;
  zone: string;
  defaultDurations: number[];
}

/** Minutes to offer to this facilitator: own uses of the last six months, then the office's, then the presets. */
export function listDurations(actor: Actor, office: Office): number[] {
  const since = addMonths(dayIn(office.zone, now()), -6);
  return offeredDurations(durationsOf().all({ user: actor.userId, since }), office.defaultDurations);
}

const durationsOf = builtOnce((orm) => {
  const { facilitatorId, heldOn, deletedAt, durationMinutes, kind } = coachingSessions;
  const own = and(eq(facilitatorId, sql.placeholder("user")), gte(heldOn, sql.placeholder("since")));
  return orm
    .select({ minutes: durationMinutes, uses: count() })
    .from(coachingSessions)
    .where(and(own, isNull(deletedAt), ne(kind, "other_work")))
    .groupBy(durationMinutes)
    .orderBy(desc(count()))
    .limit(6)
    .prepare();
});

/** Channel, journey and funder of the last session with this provider: what the next one begins with. */
export function findLastVisit(actor: Actor, providerId: string) {
  const inSight = and(scope(actor, "coaching.view", coachingSessions), isNull(coachingSessions.deletedAt));
  const withProvider = and(inSight, eq(sessionParticipants.providerId, providerId));
  const last = lastOf(withProvider);
  if (!last) return undefined;
  const journey = last.channel === "visit" ? last : lastOf(and(withProvider, eq(coachingSessions.channel, "visit")));
  return {
    channel: last.channel,
    funderId: last.funderId,
    travelMinutes: journey?.travelMinutes ?? 0,
    travelKilometres: journey?.travelKilometres ?? 0,
  };
}

function lastOf(condition: ReturnType<typeof and>) {
  return db()
    .select({
      channel: coachingSessions.channel,
      funderId: coachingSessions.funderId,
      travelMinutes: coachingSessions.travelMinutes,
      travelKilometres: coachingSessions.travelKilometres,
    })
    .from(sessionParticipants)
    .innerJoin(coachingSessions, eq(coachingSessions.id, sessionParticipants.sessionId))
    .where(condition)
    .orderBy(desc(coachingSessions.heldOn), desc(coachingSessions.createdAt))
    .limit(1)
    .get();
}

/** Who pays: the funder of the last session with one of these providers, else the office's only one. */
export function deduceFunder(actor: Actor, officeId: string, providerIds: readonly string[]): string | null {
  const current = listFunders(officeId).map((one) => one.id);
  const seen =
    providerIds.length === 0 || current.length === 0
      ? undefined
      : lastOf(
          and(
            scope(actor, "coaching.view", coachingSessions),
            inArray(sessionParticipants.providerId, [...providerIds]),
            isNull(coachingSessions.deletedAt),
            isNotNull(coachingSessions.funderId),
          ),
        );
  if (seen?.funderId && current.includes(seen.funderId)) return seen.funderId;
  return current.length === 1 ? (current[0] ?? null) : null;
}

/** The office's present funders, by name. */
export function listFunders(officeId: string) {
  return fundersOf().all({ office: officeId });
}

const fundersOf = builtOnce((orm) =>
  orm
    .select({ id: funders.id, name: funders.name })
    .from(funders)
    .where(and(eq(funders.ownerId, sql.placeholder("office")), isNull(funders.endedAt)))
    .orderBy(asc(funders.name))
    .limit(100)
    .prepare(),
);

/** The office's present tags, by name. */
export function listTags(officeId: string) {
  return tagsOf().all({ office: officeId });
}

const tagsOf = builtOnce((orm) =>
  orm
    .select({ id: tags.id, name: tags.name })
    .from(tags)
    .where(and(eq(tags.ownerId, sql.placeholder("office")), isNull(tags.endedAt)))
    .orderBy(asc(tags.name))
    .limit(200)
    .prepare(),
);

/** Three resources a theme, those that were looked over last first; `ids` of a session are added. */
export function listResourcesToHand(office: { id: string }, locale: "fr" | "en", ids: readonly string[] = []) {
  const byTheme = keptReading(`coaching.toHand ${office.id} ${locale}`, () => readByTheme(office.id, locale));
  const known = new Set(byTheme.map((one) => one.id));
  const missing = ids.filter((id) => !known.has(id));
  if (missing.length === 0) return byTheme;
  const others = db()
    .select(toHand)
    .from(resources)
    .where(and(inSightOf(office.id), inArray(resources.id, missing)))
    .all();
  return [...byTheme, ...others];
}

const toHand = { id: resources.id, title: resources.title, theme: resources.theme };

const inSightOf = (officeId: string) =>
  and(
    or(isNull(resources.ownerId), eq(resources.ownerId, officeId), eq(resources.visibility, "network")),
    isNull(resources.deletedAt),
  );

function readByTheme(officeId: string, locale: "fr" | "en") {
  return themeCodes.flatMap((theme) =>
    db()
      .select(toHand)
      .from(resources)
      .where(and(inSightOf(officeId), eq(resources.theme, theme), eq(resources.locale, locale)))
      .orderBy(desc(resources.reviewedOn), asc(resources.number))
      .limit(3)
      .all(),
  );
}
