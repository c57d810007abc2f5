import type { Actor } from "~/access/actor";
import { canSomewhere } from "~/access/can";
import { everyPage, tableOf } from "~/features/exports/table.queries.server";
import { isTheme } from "~/features/themes/model";
import { parseQuery } from "~/http/query.server";
import { translator } from "~/i18n/translate";
import { ForbiddenError } from "~/lib/errors";
import type { ExportedTable } from "~/lib/exported-table.server";
import { resourceQuery } from "./form";
import { browseResources, countResources } from "./queries.server";
import { searchResources } from "./search.queries.server";

/** The library under the list's own filters as a file: titles and what they are about. Throws ForbiddenError. */
export function exportResources(actor: Actor, request: Request): ExportedTable {
  if (!canSomewhere(actor, "resource.export")) throw new ForbiddenError("resource.export");
  const t = translator(actor.locale);
  const filter = parseQuery(request, resourceQuery);
  // What answers words comes whole, the best first; the rest page by page.
  const found = filter.q ? searchResources(actor, filter.q, filter) : undefined;
  const read = (skip: number | undefined) =>
    found ? { rows: found, next: undefined } : browseResources(actor, { ...filter, skip });
  return tableOf(actor, {
    name: t("resources:title"),
    command: "resource.export",
    total: found ? found.length : countResources(actor, filter),
    rows: () => everyPage(read),
    asked: [
      ...(filter.q ? [[t("resources:list.words"), filter.q] as const] : []),
      ...(filter.theme ? [[t("resources:list.theme"), t(`themes:${filter.theme}.name`)] as const] : []),
    ],
    columns: [
      { title: t("resources:list.title"), width: 50, value: (row) => row.title },
      { title: t("resources:list.summary"), width: 60, value: (row) => row.summary },
      { title: t("resources:list.theme"), value: (row) => (isTheme(row.theme) ? t(`themes:${row.theme}.name`) : "") },
      {
        title: t("resources:list.minutes"),
        meaning: t("resources:list.minutesHelp"),
        type: "number",
        value: (row) => row.minutes,
      },
      { title: t("resources:list.language"), value: (row) => row.locale },
      {
        title: t("resources:list.expires"),
        meaning: t("resources:list.expiresHelp"),
        type: "day",
        value: (row) => row.expiresOn,
      },
    ],
  });
}
