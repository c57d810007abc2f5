import { and, desc, eq, isNull } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import { can } from "~/access/can";
import { db } from "~/db/client.server";
import { users } from "~/db/schema/accounts.server";
import { organisations } from "~/db/schema/organisations.server";
import { experienceReports } from "~/db/schema/resources.server";
import { NotFoundError } from "~/lib/errors";

const pageSize = 20;
const columns = { report: experienceReports, author: users.name, office: organisations.name };

/** A page of what colleagues of the network tell, the newest first; nothing for providers. */
export function listReports(actor: Actor, filter: { theme?: string | undefined; skip?: number | undefined }) {
  if (!can(actor, "report.read", {})) return { rows: [], next: undefined };
  const skip = filter.skip ?? 0;
  const rows = told()
    .where(and(isNull(experienceReports.deletedAt), filter.theme ? eq(experienceReports.theme, filter.theme) : undefined))
    .orderBy(desc(experienceReports.createdAt), desc(experienceReports.id))
    .limit(pageSize + 1)
    .offset(skip)
    .all();
  return { rows: rows.slice(0, pageSize), next: rows.length > pageSize ? skip + pageSize : undefined };
}

/** One report; throws NotFoundError for a provider, and once withdrawn. */
export function getReport(actor: Actor, reportId: string) {
  const row = can(actor, "report.read", {})
    ? told()
        .where(and(isNull(experienceReports.deletedAt), eq(experienceReports.id, reportId)))
        .get()
    : undefined;
  if (!row) throw new NotFoundError("report");
  return row;
}

function told() {
  return db()
    .select(columns)
    .from(experienceReports)
    .leftJoin(users, eq(users.id, experienceReports.createdById))
    .innerJoin(organisations, eq(organisations.id, experienceReports.ownerId));
}
