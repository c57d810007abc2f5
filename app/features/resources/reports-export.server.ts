import type { Actor } from "~/access/actor";
import { can, canSomewhere } from "~/access/can";
import { everyPage, tableOf } from "~/features/exports/table.queries.server";
import { dayAt } from "~/features/organisations/zone.queries.server";
import { parseQuery } from "~/http/query.server";
import { translator } from "~/i18n/translate";
import { ForbiddenError } from "~/lib/errors";
import type { ExportedTable } from "~/lib/exported-table.server";
import { themeName } from "./describe.server";
import { reportQuery } from "./report.form";
import { countReports, listReports } from "./reports.queries.server";

/** What colleagues of the network tell, under the page's own filters, as a file. Throws ForbiddenError. */
export function exportReports(actor: Actor, request: Request): ExportedTable {
  if (!can(actor, "report.read", {}) || !canSomewhere(actor, "resource.export")) throw new ForbiddenError("resource.export");
  const t = translator(actor.locale);
  const { theme } = parseQuery(request, reportQuery);
  return tableOf(actor, {
    name: t("library:reports"),
    command: "report.export",
    total: countReports(actor, { theme }),
    rows: () => everyPage((skip: number | undefined) => listReports(actor, { theme, skip })),
    defined: [[t("library:reports"), t("library:reportsIntro")]],
    asked: theme ? [[t("library:theme"), themeName(actor.locale, theme)]] : [],
    columns: [
      {
        title: t("library:file.writtenOn"),
        type: "day",
        width: 12,
        value: ({ report }) => dayAt(report.ownerId, report.createdAt),
      },
      { title: t("library:title"), width: 50, value: ({ report }) => report.title },
      { title: t("library:theme"), value: ({ report }) => themeName(actor.locale, report.theme) },
      { title: t("library:context"), width: 60, value: ({ report }) => report.context },
      { title: t("library:done"), width: 60, value: ({ report }) => report.done },
      { title: t("library:result"), width: 60, value: ({ report }) => report.result },
      { title: t("library:tips"), width: 60, value: ({ report }) => report.tips },
      { title: t("library:file.author"), value: (row) => row.author ?? "" },
      { title: t("library:file.office"), width: 36, value: (row) => row.office },
    ],
  });
}
