import type { Actor } from "~/access/actor";
import { canSomewhere } from "~/access/can";
import { everyPage, type ListedColumn, tableOf } from "~/features/exports/table.queries.server";
import { parseQuery } from "~/http/query.server";
import { type Locale, textsOf, translator } from "~/i18n/translate";
import { ForbiddenError } from "~/lib/errors";
import type { ExportedTable } from "~/lib/exported-table.server";
import { establishmentKinds } from "~/lib/vocabulary";
import { themeName } from "./describe.server";
import { watchQuery } from "./watch.form";
import { countWatch, listWatch } from "./watch.queries.server";

/** The news kept by the offices whose lists the actor may take away, under the page's own filters, as a file. Throws ForbiddenError. */
export function exportWatch(actor: Actor, request: Request): ExportedTable {
  if (!canSomewhere(actor, "resource.export")) throw new ForbiddenError("resource.export");
  const t = translator(actor.locale);
  const { skip: _page, ...filter } = parseQuery(request, watchQuery);
  const { kinds } = textsOf(actor.locale, "kinds");
  const namesOf = (codes: readonly string[]) => establishmentKinds.flatMap((kind) => (codes.includes(kind) ? [kinds[kind]] : []));
  return tableOf(actor, {
    name: t("library:watch"),
    command: "watch.export",
    total: countWatch(actor, filter, "resource.export"),
    rows: () => everyPage((skip: number | undefined) => listWatch(actor, { ...filter, skip }, "resource.export")),
    defined: [[t("library:watch"), t("library:watchIntro")]],
    asked: [
      ...(filter.theme ? [[t("library:theme"), themeName(actor.locale, filter.theme)] as const] : []),
      ...(filter.forKind ? [[t("library:forKind"), kinds[filter.forKind]] as const] : []),
    ],
    columns: [
      publishedColumn(actor.locale),
      { title: t("library:title"), width: 50, value: (row) => row.title },
      { title: t("library:theme"), value: (row) => themeName(actor.locale, row.theme) },
      {
        title: t("library:forKind"),
        meaning: t("library:file.forKindHelp"),
        width: 30,
        value: (row) => namesOf(row.forKinds).join(", "),
      },
      { title: t("library:summary"), width: 60, value: (row) => row.summary },
      { title: t("library:why"), width: 60, value: (row) => row.why },
      { title: t("library:url"), width: 50, value: (row) => row.url },
    ],
  });
}

/** The day of a piece of news, as the first column of its lists. */
export function publishedColumn(locale: Locale): ListedColumn<{ publishedOn: string }> {
  const t = translator(locale);
  return {
    title: t("library:publishedOn"),
    meaning: t("library:file.publishedOnHelp"),
    type: "day",
    width: 12,
    value: (row) => row.publishedOn,
  };
}
