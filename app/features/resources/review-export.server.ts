import type { Actor } from "~/access/actor";
import { canSomewhere } from "~/access/can";
import { everyPlace, tableOf } from "~/features/exports/table.queries.server";
import { dayAt } from "~/features/organisations/zone.queries.server";
import { translator } from "~/i18n/translate";
import { now } from "~/lib/clock";
import { ForbiddenError } from "~/lib/errors";
import type { ExportedTable } from "~/lib/exported-table.server";
import { themeName } from "./describe.server";
import { countToReview, listToReview, reviewAtATime } from "./review.queries.server";

/** « Ressources à relire » as a file: why, until when each holds, and when it was last read. Throws ForbiddenError. */
export function exportReview(actor: Actor, _request: Request): ExportedTable {
  if (!canSomewhere(actor, "resource.usage")) throw new ForbiddenError("resource.usage");
  const t = translator(actor.locale);
  const today = dayAt(actor.currentOrganisationId ?? "", now());
  return tableOf(actor, {
    name: t("library:review.title"),
    command: "resource.exportReview",
    total: countToReview(actor, today),
    rows: () => everyPlace(reviewAtATime, (skip) => listToReview(actor, today, skip)),
    defined: [[t("library:review.title"), t("library:review.help")]],
    asked: [],
    columns: [
      { title: t("library:resource"), width: 50, value: (row) => row.title },
      { title: t("library:theme"), value: (row) => themeName(actor.locale, row.theme) },
      {
        title: t("library:review.file.why"),
        value: ({ state }) => t(state === "old" ? "library:review.file.old" : `library:review.states.${state}`),
      },
      {
        title: t("resources:list.expires"),
        meaning: t("resources:list.expiresHelp"),
        type: "day",
        value: (row) => row.expiresOn,
      },
      {
        title: t("library:review.file.readOn"),
        meaning: t("library:review.file.readOnHelp"),
        type: "day",
        value: (row) => row.reviewedOn,
      },
      { title: t("library:file.writtenOn"), type: "day", value: (row) => dayAt(row.ownerId ?? "", row.createdAt) },
    ],
  });
}
