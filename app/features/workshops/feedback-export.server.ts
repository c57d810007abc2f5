import type { Actor } from "~/access/actor";
import { canSomewhere } from "~/access/can";
import { everyPage, tableOf } from "~/features/exports/table.queries.server";
import { todayOf } from "~/features/organisations/zone.queries.server";
import { isTheme } from "~/features/themes/model";
import { translator } from "~/i18n/translate";
import { addMonths } from "~/lib/dates";
import { ForbiddenError } from "~/lib/errors";
import type { ExportedTable } from "~/lib/exported-table.server";
import { countFeedback, type FeedbackCursor, listFeedback } from "./feedback-rows.queries.server";

/**
 * A year of opinions as a file, a row an opinion; a name only of whoever may be quoted. It stays inside the office that
 * asked: whoever reads from above has the page's totals. Throws ForbiddenError.
 */
export function exportFeedback(actor: Actor, _request: Request): ExportedTable {
  if (!canSomewhere(actor, "workshop.export")) throw new ForbiddenError("workshop.export");
  const t = translator(actor.locale);
  const since = addMonths(todayOf(actor), -12);
  const yesNo = (value: boolean | null) => (value === null ? "" : t(`workshops:feedback.file.${value ? "yes" : "no"}`));
  const themeOf = (theme: string | null) => (theme && isTheme(theme) ? t(`themes:${theme}.name`) : "");
  return tableOf(actor, {
    name: t("workshops:feedback.title"),
    command: "workshop.exportFeedback",
    total: countFeedback(actor, since),
    rows: () => everyPage((after: FeedbackCursor | undefined) => listFeedback(actor, since, after)),
    asked: [[t("workshops:feedback.file.since"), since]],
    columns: [
      { title: t("workshops:file.day"), type: "day", width: 12, value: (row) => row.heldOn },
      { title: t("workshops:file.title"), width: 40, value: (row) => row.title },
      { title: t("workshops:file.theme"), value: (row) => themeOf(row.theme) },
      { title: t("workshops:feedback.file.moment"), value: (row) => t(`workshops:feedback.file.moments.${row.moment}`) },
      {
        title: t("workshops:feedback.file.usefulness"),
        meaning: t("workshops:feedback.file.usefulnessHelp"),
        type: "number",
        value: (row) => row.usefulness,
      },
      { title: t("workshops:feedback.file.pace"), value: (row) => (row.pace ? t(`programme:feedback.paces.${row.pace}`) : "") },
      { title: t("workshops:feedback.file.recommend"), value: (row) => yesNo(row.wouldRecommend) },
      { title: t("workshops:feedback.file.deed"), width: 50, value: (row) => row.deed },
      { title: t("workshops:feedback.comment"), width: 50, value: (row) => row.comment },
      { title: t("workshops:feedback.file.quotable"), value: (row) => yesNo(row.isQuotable) },
      {
        title: t("workshops:feedback.file.who"),
        meaning: t("workshops:feedback.file.whoHelp"),
        width: 36,
        value: (row) => row.who,
      },
    ],
  });
}
