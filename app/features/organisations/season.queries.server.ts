import { inArray } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import { ownersWhere } from "~/access/can";
import { db } from "~/db/client.server";
import { organisations } from "~/db/schema/organisations.server";

/** The actor's offices that are in full season in this ISO week, when plans and notices keep quiet. */
export function listOfficesInSeason(actor: Actor, week: number): string[] {
  const ids = ownersWhere(actor, "plan.edit");
  if (ids.length === 0) return [];
  const rows = db()
    .select({ id: organisations.id, seasonWeeks: organisations.seasonWeeks })
    .from(organisations)
    .where(inArray(organisations.id, ids))
    .all();
  return rows.filter((office) => office.seasonWeeks.includes(week)).map((office) => office.id);
}
