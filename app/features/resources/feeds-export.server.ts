import type { Actor } from "~/access/actor";
import { canSomewhere } from "~/access/can";
import { everyPlace, tableOf } from "~/features/exports/table.queries.server";
import { dayAt } from "~/features/organisations/zone.queries.server";
import { translator } from "~/i18n/translate";
import { ForbiddenError } from "~/lib/errors";
import type { ExportedTable } from "~/lib/exported-table.server";
import { themeName } from "./describe.server";
import { failureOf } from "./describe-feeds.server";
import { countFeeds, feedsAtATime, listFeeds } from "./watch.queries.server";

const permission = "watch.export";

/** « Flux suivis » as a file: each feed, its theme, when it was read or why it was not. Throws ForbiddenError. */
export function exportFeeds(actor: Actor, _request: Request): ExportedTable {
  if (!canSomewhere(actor, permission)) throw new ForbiddenError(permission);
  const t = translator(actor.locale);
  return tableOf(actor, {
    name: t("library:feeds"),
    command: "watch.exportFeeds",
    total: countFeeds(actor, permission),
    rows: () => everyPlace(feedsAtATime, (skip) => listFeeds(actor, { skip, permission })),
    defined: [[t("library:feeds"), t("library:feedsPage.context")]],
    asked: [],
    columns: [
      { title: t("library:feedsPage.name"), width: 40, value: (row) => row.title },
      { title: t("library:feedsPage.url"), width: 60, value: (row) => row.url },
      { title: t("library:theme"), value: (row) => themeName(actor.locale, row.theme) },
      {
        title: t("library:feedsPage.file.followed"),
        type: "day",
        width: 12,
        value: (row) => dayAt(row.ownerId, row.createdAt),
      },
      {
        title: t("library:feedsPage.file.read"),
        meaning: t("library:feedsPage.file.readHelp"),
        type: "day",
        width: 12,
        value: (row) => (row.readAt === null ? null : dayAt(row.ownerId, row.readAt)),
      },
      { title: t("library:feedsPage.file.failure"), width: 50, value: (row) => failureOf(actor.locale, row.error) },
      {
        title: t("library:feedsPage.file.failures"),
        meaning: t("library:feedsPage.file.failuresHelp"),
        type: "number",
        value: (row) => row.failures,
      },
    ],
  });
}
