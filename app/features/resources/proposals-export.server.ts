import type { Actor } from "~/access/actor";
import { canSomewhere } from "~/access/can";
import { everyPlace, tableOf } from "~/features/exports/table.queries.server";
import { translator } from "~/i18n/translate";
import { ForbiddenError } from "~/lib/errors";
import type { ExportedTable } from "~/lib/exported-table.server";
import { themeName } from "./describe.server";
import { countProposals, listProposals, newsAtATime } from "./watch.queries.server";
import { publishedColumn } from "./watch-export.server";

const permission = "watch.export";

/** « Nouvelles à trier » as a file: what feeds propose and nobody kept or left yet. Throws ForbiddenError. */
export function exportProposals(actor: Actor, _request: Request): ExportedTable {
  if (!canSomewhere(actor, permission)) throw new ForbiddenError(permission);
  const t = translator(actor.locale);
  return tableOf(actor, {
    name: t("library:proposals"),
    command: "watch.exportProposals",
    total: countProposals(actor, permission),
    rows: () => everyPlace(newsAtATime, (skip) => listProposals(actor, { skip, permission })),
    defined: [[t("library:proposals"), t("library:proposalsPage.context")]],
    asked: [],
    columns: [
      publishedColumn(actor.locale),
      { title: t("library:title"), width: 50, value: (row) => row.title },
      { title: t("library:feedsPage.feed"), width: 30, value: (row) => row.feed },
      { title: t("library:theme"), value: (row) => themeName(actor.locale, row.theme) },
      { title: t("library:summary"), width: 60, value: (row) => row.summary },
      { title: t("library:url"), width: 50, value: (row) => row.url },
    ],
  });
}
