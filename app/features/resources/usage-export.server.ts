import type { Actor } from "~/access/actor";
import { canSomewhere } from "~/access/can";
import { everyPage, tableOf } from "~/features/exports/table.queries.server";
import { isTheme } from "~/features/themes/model";
import { translator } from "~/i18n/translate";
import { ForbiddenError } from "~/lib/errors";
import type { ExportedTable } from "~/lib/exported-table.server";
import { countUsage, listUsage } from "./marks.queries.server";

/** How often each resource was opened, and what its readers said of it, as a file; nobody's name. Throws ForbiddenError. */
export function exportUsage(actor: Actor, _request: Request): ExportedTable {
  if (!canSomewhere(actor, "resource.usage")) throw new ForbiddenError("resource.usage");
  const t = translator(actor.locale);
  const since = t("library:usageSince");
  const marked = t("library:markedHelp");
  return tableOf(actor, {
    name: t("library:usage"),
    command: "resource.exportUsage",
    total: countUsage(actor),
    rows: () => everyPage((skip: number | undefined) => listUsage(actor, skip)),
    asked: [],
    columns: [
      { title: t("library:resource"), width: 50, value: (row) => row.title },
      { title: t("resources:list.theme"), value: (row) => (isTheme(row.theme) ? t(`themes:${row.theme}.name`) : "") },
      { title: t("library:opened"), meaning: since, type: "number", value: (row) => row.times },
      { title: t("library:byProviders"), meaning: since, type: "number", value: (row) => row.byProviders },
      { title: t("library:usefulCount"), meaning: marked, type: "number", value: (row) => row.useful },
      { title: t("library:notUsefulCount"), meaning: marked, type: "number", value: (row) => row.notUseful },
      { title: t("library:doneCount"), meaning: marked, type: "number", value: (row) => row.done },
    ],
  });
}
