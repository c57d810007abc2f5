import { asc, inArray } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import { officesInScope } from "~/access/scopes.server";
import { db } from "~/db/client.server";
import { organisations } from "~/db/schema/organisations.server";

/** The offices whose figures the actor may see, by name, with what periods need of them; `isDetailed` where small groups and rows may be seen. */
export function listFigureOffices(actor: Actor) {
  const detailed = officesInScope(actor, "dashboard.detail", undefined);
  const rows = db()
    .select({
      id: organisations.id,
      name: organisations.name,
      zone: organisations.zone,
      seasonWeeks: organisations.seasonWeeks,
      kind: organisations.kind,
    })
    .from(organisations)
    .where(inArray(organisations.id, officesInScope(actor, "dashboard.view", undefined)))
    .orderBy(asc(organisations.name))
    .limit(2000)
    .all();
  return rows.map((row) => ({ ...row, isDetailed: detailed.includes(row.id) }));
}
