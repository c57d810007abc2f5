import { and, eq } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import type { Authorized } from "~/access/authorized";
import { run } from "~/commands/run.server";
import { db } from "~/db/client.server";
import { seasonHours } from "~/db/schema/agenda.server";
import { listStaff } from "~/features/coaching/people.queries.server";
import { ConflictError, RuleError } from "~/lib/errors";

type Office = Authorized<{ id: string; zone: string }, "workload.grant">;

/** The hours that a person has at an office in a week of full season, minutes, with the version to send back; undefined where none are set. */
export function findSeasonHours(userId: string, ownerId: string) {
  const isTheirs = and(eq(seasonHours.userId, userId), eq(seasonHours.ownerId, ownerId));
  return db().select().from(seasonHours).where(isTheirs).get();
}

/**
 * Sets a person's hours in each week of full season; none gives back the year's average.
 * Throws RuleError `unknownPerson`, ConflictError when they were changed since.
 */
export function grantSeasonHours(
  actor: Actor,
  office: Office,
  input: { userId: string; version: number; hours?: number | undefined },
): void {
  const command = { name: "workload.grant", id: input.userId, input, ownerId: office.id, isOnce: false };
  run(actor, command, ({ now, revise }) => {
    if (!listStaff(office, "agenda.plan").some((one) => one.id === input.userId))
      throw new RuleError("unknownPerson", {}, "hours");
    const saved = findSeasonHours(input.userId, office.id);
    if ((saved?.version ?? 0) !== input.version) throw new ConflictError("version", saved);
    if (saved) {
      revise("season_hours", { id: `${saved.userId}/${saved.ownerId}`, ...saved });
      const isTheirs = and(eq(seasonHours.userId, input.userId), eq(seasonHours.ownerId, office.id));
      db().delete(seasonHours).where(isTheirs).run();
    }
    if (input.hours === undefined) return;
    const minutesPerWeek = Math.round(input.hours * 60);
    const row = { userId: input.userId, ownerId: office.id, minutesPerWeek, changedAt: now, version: input.version + 1 };
    db().insert(seasonHours).values(row).run();
  });
}
