import { and, count, desc, eq, isNull } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import { can } from "~/access/can";
import { db } from "~/db/client.server";
import { users } from "~/db/schema/accounts.server";
import { organisations } from "~/db/schema/organisations.server";
import { experienceReports } from "~/db/schema/resources.server";
import { NotFoundError } from "~/lib/errors";

interface ReportFilter {
  theme?: string | undefined;
  skip?: number | undefined;
}

const pageSize = 20;
const columns = { report: experienceReports, author: users.name, office: organisations.name };

/** A page of what colleagues of the network tell, the newest first; nothing for providers. */
export function listReports(actor: Actor, filter: ReportFilter) {
  if (!can(actor, "report.read", {})) return { rows: [], next: undefined };
  const skip = filter.skip ?? 0;
  const rows = told()
    .where(shared(filter))
    .orderBy(desc(experienceReports.createdAt), desc(experienceReports.id))
    .limit(pageSize + 1)
    .offset(skip)
    .all();
  return { rows: rows.slice(0, pageSize), next: rows.length > pageSize ? skip + pageSize : undefined };
}

/** How many of them there are. */
export function countReports(actor: Actor, filter: ReportFilter): number {
  if (!can(actor, "report.read", {})) return 0;
  const told = db().select({ count: count() }).from(experienceReports);
  return told.innerJoin(organisations, isItsOffice).where(shared(filter)).get()?.count ?? 0;
}

const shared = ({ theme }: ReportFilter) =>
  and(isNull(experienceReports.deletedAt), theme ? eq(experienceReports.theme, theme) : undefined);
const isItsOffice = eq(organisations.id, experienceReports.ownerId);

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
    .innerJoin(organisations, isItsOffice);
}
