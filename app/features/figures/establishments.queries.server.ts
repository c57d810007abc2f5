import { and, asc, eq, gt, inArray, isNull, or, type SQL, sql } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import { scope } from "~/access/scopes.server";
import { db } from "~/db/client.server";
import { communes } from "~/db/schema/organisations.server";
import { establishments, providers } from "~/db/schema/providers.server";
import { establishmentsFromFacts } from "./facts.queries.server";
import { type RowsPage, rowsOnPage } from "./model";
import { type FigureAsked, officesOfFigures } from "./queries.server";

/** The establishments ticked in the period's sessions where their provider was present, by name, of those whom the actor may list. */
export function listEstablishmentsReached(actor: Actor, { size = rowsOnPage, ...asked }: FigureAsked & RowsPage) {
  const owners = officesOfFigures(actor, asked.office);
  const reached = sql`(SELECT establishment_id, count(DISTINCT session_id) AS sessions
    FROM (${establishmentsFromFacts(owners, asked, asked)}) GROUP BY establishment_id) AS reached`;
  const rows = db()
    .select({
      id: establishments.id,
      name: establishments.name,
      kind: establishments.kind,
      commune: communes.name,
      provider: providers.name,
      providerId: providers.id,
      sessions: sql<number>`reached.sessions`,
    })
    .from(reached)
    .innerJoin(establishments, sql`${establishments.id} = reached.establishment_id`)
    .innerJoin(providers, eq(providers.id, establishments.providerId))
    .leftJoin(communes, eq(communes.inseeCode, establishments.inseeCode))
    .where(
      and(
        scope(actor, "provider.list", providers),
        inArray(providers.ownerId, owners),
        isNull(establishments.deletedAt),
        afterCursor(asked.after),
      ),
    )
    .orderBy(asc(establishments.name), asc(establishments.id))
    .limit(size + 1)
    .all();
  const page = rows.slice(0, size);
  const last = page.at(-1);
  return { rows: page, next: rows.length > size && last ? `${last.name}|${last.id}` : undefined };
}

function afterCursor(after: string | undefined): SQL | undefined {
  const at = after?.lastIndexOf("|") ?? -1;
  if (after === undefined || at < 0) return undefined;
  const [name, id] = [after.slice(0, at), after.slice(at + 1)];
  return or(gt(establishments.name, name), and(eq(establishments.name, name), gt(establishments.id, id)));
}
