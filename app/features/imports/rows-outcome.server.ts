import type { Actor } from "~/access/actor";
import { dayAt } from "~/features/organisations/zone.queries.server";
import { formatDay } from "~/i18n/format";
import { translator } from "~/i18n/translate";
import { now } from "~/lib/clock";
import { paths } from "~/paths";
import { canUndo, undoMs } from "./commands.server";
import type { ImportOutcomeProps } from "./components/import-outcome";
import { isBatchReported } from "./reported-days.server";
import { countProvidersMade } from "./row-provider.commands.server";
import { countRowsApplied } from "./rows.queries.server";
import type { ImportRow } from "./stored.server";

/** How the taking over of a follow-up or partner file ended, and the way back. */
export function describeRowsOutcome(actor: Actor, row: ImportRow, content: "past_sessions" | "partners"): ImportOutcomeProps {
  const t = translator(actor.locale);
  if (row.state === "undone")
    return {
      tone: "undone",
      title: t(`tableImport:withdrawnTitle.${content}`),
      lines: [t(`tableImport:withdrawnText.${content}`)],
      undo: "",
    };
  const day = formatDay(actor.locale, dayAt(row.ownerId, (row.appliedAt ?? 0) + undoMs), "long");
  return {
    tone: "ok",
    title: t(`tableImport:doneTitle.${content}`),
    lines: linesOf(actor, row, content).filter(Boolean),
    undo: canUndo(row, now()) ? t(`tableImport:withdrawHelp.${content}`, { day }) : "",
    asksReason: isBatchReported(row),
    undoName: t(`tableImport:withdraw.${content}`),
    ...(content === "past_sessions" ? waysOf(actor, row) : {}),
  };
}

function linesOf(actor: Actor, row: ImportRow, content: "past_sessions" | "partners"): string[] {
  const t = translator(actor.locale);
  const { applied, left } = countRowsApplied(actor, row.id);
  const made = countProvidersMade(row.id);
  const ofMade = made > 0 ? t("tableImport:providersMade", { count: made }) : "";
  const ofLeft = left > 0 ? t("tableImport:leftOut", { count: left }) : "";
  if (content === "partners") return [t("tableImport:partnersDone", { count: applied }), ofMade, ofLeft];
  const counted = t(row.isCounted ? "tableImport:counted" : "tableImport:notCounted");
  return [t("tableImport:sessionsDone", { count: applied }), ofMade, ofLeft, counted];
}

function waysOf(actor: Actor, row: ImportRow): Pick<ImportOutcomeProps, "see" | "count"> {
  const t = translator(actor.locale);
  return {
    see: { to: paths.coaching({ batch: row.id }), text: t("tableImport:seeSessions") },
    count: row.isCounted
      ? { intent: "uncount", text: t("tableImport:uncountNow") }
      : { intent: "count", text: t("tableImport:countNow") },
  };
}
