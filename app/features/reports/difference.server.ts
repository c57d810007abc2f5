import { and, asc, between, eq, gte, inArray, or, sql } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import { db } from "~/db/client.server";
import { users } from "~/db/schema/accounts.server";
import { reportedChanges } from "~/db/schema/reports.server";
import { formatDay } from "~/i18n/format";
import { type Locale, translator, writtenIn } from "~/i18n/translate";
import type { Hidden } from "~/lib/report-content";
import type { ShownBlock, ShownTable } from "./describe.server";
import type { AddressedReport } from "./facts.server";
import { freezeFigures } from "./freeze.server";
import { type ReportFigure, reportFigures } from "./model";
import { figuresOutside } from "./outside.model";
import type { Report } from "./queries.server";
import { wordsFor } from "./words.server";

/** A figure of the report, as it was frozen and as it is. */
interface Moved {
  key: ReportFigure;
  then: { value: number; hidden?: Hidden };
  now: { value: number; hidden?: Hidden };
}

export interface Difference {
  moved: Moved[];
  table: ShownTable;
  reasons: { id: string; text: string }[];
}

/** Where the frozen figures of a finished report are no longer those of today, with the reasons given; null where nothing moved. */
export function describeDifference(actor: Actor, report: AddressedReport, locale: Locale = actor.locale): Difference | null {
  if (report.state !== "finished") return null;
  const { t } = wordsFor(locale);
  const { beforeStartsOn, beforeEndsOn, values } = report.figures;
  const days = { from: report.startsOn, to: report.endsOn };
  const frozenNow = freezeFigures(actor, report.ownerId, { days, before: { from: beforeStartsOn, to: beforeEndsOn } });
  const today = (report.audience === "outside" ? figuresOutside(frozenNow) : frozenNow).values;
  const moved = reportFigures.flatMap((key) => {
    const [then, now] = [values[key] ?? { value: 0 }, today[key] ?? { value: 0 }];
    const isSame = then.value === now.value && then.hidden === now.hidden;
    return isSame || isOfToday.has(key) ? [] : [{ key, then, now }];
  });
  const reasons = describeReasons(locale, report);
  if (moved.length === 0 && reasons.length === 0) return null;
  const head = (["figure", "frozen", "today", "change"] as const).map((key) => t(`reports:columns.${key}`));
  return { moved, table: { head, rows: moved.map((one) => rowOf(locale, one)) }, reasons };
}

function rowOf(locale: Locale, { key, then, now }: Moved): string[] {
  const { name, unsaid, exact, exactChange } = wordsFor(locale);
  const told = ({ value, hidden }: Moved["then"]) => (hidden ? unsaid(hidden) : exact(key, value));
  const change = then.hidden || now.hidden ? "–" : exactChange(key, now.value, then.value);
  return [name(key), told(then), told(now), change];
}

/** The same as the first block of a document, in the report's language; none where nothing moved. */
export function differenceBlocks(report: AddressedReport, difference: Difference | null): ShownBlock[] {
  if (!difference) return [];
  const { t } = wordsFor(report.locale);
  const { table, reasons } = difference;
  const help = t(table.rows.length > 0 ? "reports:differenceHelp" : "reports:sameFigures");
  const body = [help, ...reasons.map(({ text }) => text)].join("\n");
  const title = t("reports:differenceTitle");
  const nothing = { figures: [], bars: [], map: null, alt: "", quote: null, missing: "", typed: { title, body } };
  return [{ id: "difference", kind: "table", version: 0, title, body, ...nothing, table: table.rows.length > 0 ? table : null }];
}

/** They move with each new provider or contact after the period: no correction of it. */
const isOfToday = new Set<string>(["known", "never"]);

/** Why sessions of the period were logged, corrected or deleted since the report was finished. */
function describeReasons(locale: Locale, report: Report): Difference["reasons"] {
  const t = translator(locale);
  const { heldOn, heldBefore, createdAt, ownerId } = reportedChanges;
  const within = or(between(heldOn, report.startsOn, report.endsOn), between(heldBefore, report.startsOn, report.endsOn));
  const isOfFile = inArray(reportedChanges.change, ["takenOver", "withdrawn"]);
  // A file's sessions are one line, whatever their number.
  const line = sql`CASE WHEN ${isOfFile} THEN ${reportedChanges.change} || ${reportedChanges.reason} || ${reportedChanges.actorId} ELSE ${reportedChanges.id} END`;
  const rows = db()
    .select({
      id: sql<string>`min(${reportedChanges.id})`,
      change: reportedChanges.change,
      from: sql<string>`min(${heldOn})`,
      to: sql<string>`max(${heldOn})`,
      count: sql<number>`count(*)`,
      reason: reportedChanges.reason,
      name: users.name,
    })
    .from(reportedChanges)
    .leftJoin(users, eq(users.id, reportedChanges.actorId))
    .where(and(eq(ownerId, report.ownerId), gte(createdAt, report.finishedAt ?? 0), within))
    .groupBy(line)
    .orderBy(asc(sql`min(${createdAt})`))
    .limit(100)
    .all();
  return rows.map((row) => ({
    id: row.id,
    text: t("reports:reasonLine", {
      day: wordDays(locale, row),
      change: t(`reports:changes.${changeOf(row.change)}`, { count: row.count }),
      name: row.name ?? "–",
      reason: writtenIn(locale, row.reason) || t("reports:noReason"),
    }),
  }));
}

function wordDays(locale: Locale, { from, to }: { from: string; to: string }): string {
  if (from === to) return formatDay(locale, from);
  return translator(locale)("reports:days", { from: formatDay(locale, from), to: formatDay(locale, to) });
}

const changes = ["logged", "corrected", "deleted", "restored", "attendance", "takenOver", "withdrawn"] as const;
const changeOf = (text: string) => changes.find((one) => one === text) ?? "corrected";
