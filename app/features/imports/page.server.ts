import type { Actor } from "~/access/actor";
import { listCommuneNames } from "~/features/organisations/communes.queries.server";
import { dayAt, zoneOf } from "~/features/organisations/zone.queries.server";
import { errorText } from "~/http/form.server";
import { formatDay, formatInstant, formatNumber } from "~/i18n/format";
import { translator } from "~/i18n/translate";
import { now } from "~/lib/clock";
import { paths } from "~/paths";
import { canUndo, undoMs } from "./commands.server";
import type { ImportOutcomeProps } from "./components/import-outcome";
import type { ImportReviewProps } from "./components/import-review";
import { fileKindName, recordLine } from "./lines";
import type { Verdict } from "./model";
import { verdicts } from "./plan.model";
import { countApplied, countRecords, getImport, isUndoOpen, listImportRecords } from "./queries.server";
import { describeRowsOutcome } from "./rows-outcome.server";
import type { ImportRow } from "./stored.server";

interface Asked {
  verdict?: Verdict | undefined;
  after?: number | undefined;
}

/** Where an import goes on: its columns when they wait for whoever sent it, its names and rows; undefined when it is here. */
export function findNextPage(actor: Actor, importId: string): string | undefined {
  const row = getImport(actor, importId);
  if (row.state === "to_map" && row.createdById === actor.userId) return paths.importColumns(importId);
  if (row.state === "to_review" && row.content !== "listings") return paths.importRows(importId);
  return undefined;
}

/** The page of one import as its state asks: progress, review or outcome, every text in the reader's language. */
export function describeImport(actor: Actor, importId: string, asked: Asked) {
  const row = getImport(actor, importId);
  const t = translator(actor.locale);
  const isUndoing = row.state === "applied" && (row.done < (row.total ?? 0) || isUndoOpen(row));
  const isRunning = row.state === "reading" || row.state === "applying" || isUndoing;
  return {
    fileName: row.fileName,
    context: [
      fileKindName(actor.locale, row),
      t(`imports:states.${row.state}`),
      formatInstant(actor.locale, row.createdAt, zoneOf(row.ownerId)),
    ]
      .filter(Boolean)
      .join(" · "),
    progress: isRunning ? describeProgress(actor, row, isUndoing) : undefined,
    review: row.state === "to_review" ? describeReview(actor, row, asked) : undefined,
    outcome: isEnded(row) && !isUndoing ? describeOutcome(actor, row) : undefined,
  };
}

const isEnded = ({ state }: ImportRow) => state === "applied" || state === "failed" || state === "undone";

function describeProgress(actor: Actor, row: ImportRow, isUndoing: boolean) {
  const t = translator(actor.locale);
  const total = row.total ?? 0;
  const done = isUndoing ? total - row.done : row.done;
  const number = (value: number) => formatNumber(actor.locale, value);
  return {
    title: isUndoing ? t("imports:undoing") : row.state === "reading" ? t("imports:reading") : t("imports:applying"),
    text:
      total > 0
        ? t("imports:progress", { done: number(done), total: number(total) })
        : t("tableImport:progress", { count: done }),
    part: total > 0 ? done / total : undefined,
  };
}

function describeReview(actor: Actor, row: ImportRow, asked: Asked): ImportReviewProps {
  const t = translator(actor.locale);
  const { counts, chosen } = countRecords(actor, row.id);
  const verdict = asked.verdict ?? verdicts.find((one) => counts[one] > 0) ?? "new";
  const page = listImportRecords(actor, row.id, { verdict, after: asked.after });
  const codes = page.rows.flatMap(({ plan }) =>
    plan.fields.filter((change) => change.field === "inseeCode").flatMap((change) => [change.old ?? "", change.new ?? ""]),
  );
  const communes = listCommuneNames(codes);
  return {
    tabs: verdicts.map((one) => ({
      verdict: one,
      name: t(`imports:verdicts.${one}`),
      count: formatNumber(actor.locale, counts[one]),
      to: paths.oneImport(row.id, { verdict: one }),
      isCurrent: one === verdict,
    })),
    help: t(`imports:verdictHelp.${verdict}`),
    hasReasons: verdict === "skipped" || verdict === "wrong",
    rows: page.rows.map((one) => recordLine(actor.locale, one, communes)),
    next: page.next ? paths.oneImport(row.id, { verdict, after: page.next }) : undefined,
    apply: t("imports:apply", { count: chosen.new + chosen.changed }),
    notice: row.error ? explain(actor, row.error) : "",
    columns: row.sample !== null && row.createdById === actor.userId ? t("tableImport:reviewColumns") : "",
  };
}

function describeOutcome(actor: Actor, row: ImportRow): ImportOutcomeProps {
  const t = translator(actor.locale);
  if (row.state === "failed") {
    const lines = [explain(actor, row.error ?? '{"key":"importBroken","values":{}}'), t("imports:failedSafe")];
    return { tone: "failed", title: t("imports:failedTitle"), lines, undo: "" };
  }
  if (row.content !== "listings") return describeRowsOutcome(actor, row, row.content);
  const { providers, establishments, changed } = countApplied(actor, row.id);
  if (row.state === "undone") {
    const kept = establishments > 0 ? [t("imports:undoneKept", { count: establishments })] : [];
    return { tone: "undone", title: t("imports:undoneTitle"), lines: [t("imports:undoneText"), ...kept], undo: "" };
  }
  const made = t("imports:resultProviders", { count: providers });
  const places = establishments > 0 ? ` ${t("imports:resultEstablishments", { count: establishments })}` : "";
  const until = formatDay(actor.locale, dayAt(row.ownerId, (row.appliedAt ?? 0) + undoMs), "long");
  return {
    tone: "ok",
    title: t("imports:resultTitle"),
    lines: [`${made}${places}, ${t("imports:resultChanged", { count: changed })}.`],
    undo: canUndo(row, now()) ? t("imports:undoHelp", { day: until }) : "",
  };
}

/** What stopped an import, kept as the rule's key with its values. */
function explain(actor: Actor, error: string): string {
  const { key, values }: { key: string; values: Record<string, string | number> } = JSON.parse(error);
  return errorText(actor.locale, key, values);
}
