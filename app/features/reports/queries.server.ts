import { and, asc, between, desc, eq, gte, inArray, isNotNull, isNull, lt, or } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import type { Permission } from "~/access/can";
import { scope } from "~/access/scopes.server";
import { db } from "~/db/client.server";
import { users } from "~/db/schema/accounts.server";
import { organisations } from "~/db/schema/organisations.server";
import { providers } from "~/db/schema/providers.server";
import { activityReportBlocks, activityReports, reportedChanges, reportTemplates } from "~/db/schema/reports.server";
import { workshopFeedback, workshopRegistrations } from "~/db/schema/workshops.server";
import { addDays } from "~/lib/dates";
import { NotFoundError } from "~/lib/errors";
import type { TemplateBlock } from "./model";

const shown = {
  id: activityReports.id,
  ownerId: activityReports.ownerId,
  office: organisations.name,
  zone: organisations.zone,
  title: activityReports.title,
  locale: activityReports.locale,
  period: activityReports.period,
  startsOn: activityReports.startsOn,
  endsOn: activityReports.endsOn,
  state: activityReports.state,
  figures: activityReports.figures,
  figuresAt: activityReports.figuresAt,
  finishedAt: activityReports.finishedAt,
  finishedBy: users.name,
  version: activityReports.version,
};

/** The reports that the actor may read, the last period first; at most 200. */
export function listReports(actor: Actor) {
  return readReports()
    .where(and(scope(actor, "report.view", { ownerId: activityReports.ownerId }), isNull(activityReports.deletedAt)))
    .orderBy(desc(activityReports.endsOn), desc(activityReports.createdAt), asc(activityReports.id))
    .limit(200)
    .all();
}

/** Of these reports, the finished ones whose period had a session logged, corrected or deleted since. */
export function listCorrected(ids: readonly string[]): Set<string> {
  const { heldOn, heldBefore } = reportedChanges;
  const inPeriod = (day: typeof heldOn | typeof heldBefore) => between(day, activityReports.startsOn, activityReports.endsOn);
  const since = and(
    eq(reportedChanges.ownerId, activityReports.ownerId),
    gte(reportedChanges.createdAt, activityReports.finishedAt),
  );
  const rows = db()
    .selectDistinct({ id: activityReports.id })
    .from(activityReports)
    .innerJoin(reportedChanges, and(since, or(inPeriod(heldOn), inPeriod(heldBefore))))
    .where(inArray(activityReports.id, [...ids]))
    .all();
  return new Set(rows.map(({ id }) => id));
}

/** One report; throws NotFoundError out of sight or deleted. */
export function getReport(actor: Actor, id: string, permission: Permission = "report.view") {
  const own = { ownerId: activityReports.ownerId };
  const row = readReports()
    .where(and(eq(activityReports.id, id), scope(actor, "report.view", own), isNull(activityReports.deletedAt)))
    .get();
  if (!row) throw new NotFoundError(permission);
  return row;
}
export type Report = ReturnType<typeof getReport>;

/** A report that was deleted; throws NotFoundError out of sight. */
export function getDeletedReport(actor: Actor, id: string): { id: string; ownerId: string } {
  const mine = and(eq(activityReports.id, id), scope(actor, "report.view", { ownerId: activityReports.ownerId }));
  const row = db()
    .select({ id: activityReports.id, ownerId: activityReports.ownerId })
    .from(activityReports)
    .where(and(mine, isNotNull(activityReports.deletedAt)))
    .get();
  if (!row) throw new NotFoundError("report");
  return row;
}

function readReports() {
  return db()
    .select(shown)
    .from(activityReports)
    .innerJoin(organisations, eq(organisations.id, activityReports.ownerId))
    .leftJoin(users, eq(users.id, activityReports.finishedById));
}

/** A report's blocks in their order. */
export function listBlocks(reportId: string) {
  return db()
    .select()
    .from(activityReportBlocks)
    .where(eq(activityReportBlocks.reportId, reportId))
    .orderBy(asc(activityReportBlocks.place), asc(activityReportBlocks.id))
    .limit(100)
    .all();
}
export type Block = ReturnType<typeof listBlocks>[number];

/** What the office's new reports start from; undefined where it kept none of its own. */
export function findTemplate(ownerId: string): TemplateBlock[] | undefined {
  return db().select({ blocks: reportTemplates.blocks }).from(reportTemplates).where(eq(reportTemplates.ownerId, ownerId)).get()
    ?.blocks;
}

/** Opinions of the period that their author lets the office quote, the last first: the words, and who says so. */
export function listQuotable({ ownerId, startsOn, endsOn }: Pick<Report, "ownerId" | "startsOn" | "endsOn">) {
  const [from, to] = [Date.parse(`${startsOn}T00:00:00Z`), Date.parse(`${addDays(endsOn, 1)}T00:00:00Z`)];
  const { createdAt } = workshopFeedback;
  const days = and(gte(createdAt, from), lt(createdAt, to));
  return readQuotes(ownerId, days).filter((one) => one.text !== "");
}

/** One opinion of the office as long as it may be quoted. */
export function findQuote(ownerId: string, id: string) {
  return readQuotes(ownerId, eq(workshopFeedback.id, id))[0];
}

/** The same of a period by people of a commune's providers. */
export function listQuotesOfCommune(ownerId: string, inseeCode: string, { from, to }: { from: string; to: string }) {
  const since = gte(workshopFeedback.createdAt, Date.parse(`${from}T00:00:00Z`));
  const until = lt(workshopFeedback.createdAt, Date.parse(`${addDays(to, 1)}T00:00:00Z`));
  const own = db()
    .select({ id: providers.id })
    .from(providers)
    .where(and(eq(providers.ownerId, ownerId), eq(providers.inseeCode, inseeCode), isNull(providers.deletedAt)));
  const here = inArray(workshopRegistrations.providerId, own);
  return readQuotes(ownerId, and(since, until, here)).filter((one) => one.text !== "");
}

function readQuotes(ownerId: string, asked: ReturnType<typeof and>) {
  const rows = db()
    .select({
      id: workshopFeedback.id,
      comment: workshopFeedback.comment,
      deed: workshopFeedback.deed,
      name: workshopRegistrations.name,
      establishment: workshopRegistrations.establishment,
    })
    .from(workshopFeedback)
    .innerJoin(workshopRegistrations, eq(workshopRegistrations.id, workshopFeedback.registrationId))
    .where(and(eq(workshopFeedback.ownerId, ownerId), eq(workshopFeedback.isQuotable, true), asked))
    .orderBy(desc(workshopFeedback.createdAt))
    .limit(50)
    .all();
  return rows.map(({ id, comment, deed, name, establishment }) => ({
    id,
    text: comment || deed,
    who: [name, establishment].filter(Boolean).join(", "),
  }));
}
