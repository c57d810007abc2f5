import { and, eq, isNull } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import { can } from "~/access/can";
import { db } from "~/db/client.server";
import { preparationBlocks } from "~/db/schema/agenda.server";
import { todayOf } from "~/features/organisations/zone.queries.server";
import { clockOf } from "~/lib/clock-time.server";
import { NotFoundError } from "~/lib/errors";

export type Block = typeof preparationBlocks.$inferSelect;

/** One's own preparation time; throws NotFoundError for anybody else's. */
export function getPreparation(actor: Actor, blockId: string): Block {
  const row = db()
    .select()
    .from(preparationBlocks)
    .where(and(eq(preparationBlocks.id, blockId), isNull(preparationBlocks.deletedAt)))
    .get();
  if (!row || !can(actor, "preparation.edit", row)) throw new NotFoundError("preparation");
  return row;
}

/** The form's values, new or saved; a drop on the grid proposes a day and an hour. */
export function preparationValues(actor: Actor, saved: Block | undefined, query: URLSearchParams): Record<string, string> {
  const base = saved
    ? {
        title: saved.title,
        day: saved.heldOn,
        hour: clockOf(saved.startsAt, saved.zone),
        duration: String(saved.durationMinutes),
      }
    : { title: "", day: todayOf(actor), hour: "", duration: "60" };
  const { day, hour } = base;
  return { ...base, day: query.get("day") ?? day, hour: query.get("hour") ?? hour };
}
