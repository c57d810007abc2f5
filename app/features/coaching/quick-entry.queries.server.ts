import { and, desc, eq, isNull, sql } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import { db } from "~/db/client.server";
import { coachingSessions } from "~/db/schema/coaching.server";
import { listProvidersById, searchProviders } from "~/features/providers/queries.server";
import { fold } from "~/lib/fold";

type Found = ReturnType<typeof searchProviders>[number];
export type Resolved = { providerId: string } | { choices: Found[] };

/** Who the words name in this office: the one provider, or those among whom to choose (none when nobody fits). */
export function resolveWho(actor: Actor, officeId: string, row: { who: string; providerId?: string | undefined }): Resolved {
  const found = searchProviders(actor, row.who, officeId);
  if (row.providerId && isOfOffice(actor, officeId, row.providerId)) {
    const stillNamed = row.who === "" || found.some((one) => one.id === row.providerId);
    if (stillNamed) return { providerId: row.providerId };
  }
  const exact = found.filter((one) => fold(one.name) === fold(row.who));
  const [only, ...others] = exact.length > 0 ? exact : found;
  return only && others.length === 0 ? { providerId: only.id } : { choices: found };
}

function isOfOffice(actor: Actor, officeId: string, providerId: string): boolean {
  return listProvidersById(actor, [providerId], "provider.coach").some((one) => one.ownerId === officeId);
}

/** The minutes that this person's calls last most often; the office's limit of a short advice before any is known. */
export function usualCallMinutes(actor: Actor, office: { id: string; shortAdviceMinutes: number }): number {
  const { ownerId, facilitatorId, channel, durationMinutes, deletedAt } = coachingSessions;
  const recent = db()
    .select({ minutes: durationMinutes })
    .from(coachingSessions)
    .where(and(eq(ownerId, office.id), eq(facilitatorId, actor.userId), eq(channel, "phone"), isNull(deletedAt)))
    .orderBy(desc(coachingSessions.heldOn))
    .limit(50)
    .as("recent");
  const usual = db()
    .select({ minutes: recent.minutes })
    .from(recent)
    .groupBy(recent.minutes)
    .orderBy(sql`count(*) DESC`, recent.minutes)
    .limit(1)
    .get();
  return usual?.minutes ?? office.shortAdviceMinutes;
}
