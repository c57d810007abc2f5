import type { Actor } from "~/access/actor";
import { canSomewhere } from "~/access/can";
import { everyPlace, tableOf } from "~/features/exports/table.queries.server";
import { dayAt } from "~/features/organisations/zone.queries.server";
import { translator } from "~/i18n/translate";
import { ForbiddenError } from "~/lib/errors";
import type { ExportedTable } from "~/lib/exported-table.server";
import { answerOf } from "./describe-links.server";
import { failuresOfDead } from "./links.model";
import { countLinks, linksAtATime, listLinksToMend } from "./links.queries.server";

/** « Liens à revoir » as a file: what each address answered, since when, and where it leads now. Throws ForbiddenError. */
export function exportLinks(actor: Actor, _request: Request): ExportedTable {
  if (!canSomewhere(actor, "resource.usage")) throw new ForbiddenError("resource.usage");
  const t = translator(actor.locale);
  return tableOf(actor, {
    name: t("library:linksPage.title"),
    command: "resource.exportLinks",
    total: countLinks(actor).toMend,
    rows: () => everyPlace(linksAtATime, (skip) => listLinksToMend(actor, skip)),
    defined: [[t("library:linksPage.title"), t("library:linksPage.file.help")]],
    asked: [],
    columns: [
      { title: t("library:resource"), width: 50, value: (row) => row.title },
      { title: t("library:url"), width: 60, value: ({ link }) => link.url },
      { title: t("library:linksPage.file.state"), value: ({ link }) => t(`library:linksPage.states.${link.state}`) },
      { title: t("library:linksPage.file.answer"), width: 50, value: ({ link }) => answerOf(actor.locale, link) },
      { title: t("library:linksPage.answers.moved"), width: 60, value: ({ link }) => link.movedTo ?? "" },
      {
        title: t("library:linksPage.file.checked"),
        type: "day",
        width: 12,
        value: ({ link, ownerId }) =>
          link.checkedAt ? dayAt(ownerId ?? actor.currentOrganisationId ?? "", link.checkedAt) : null,
      },
      {
        title: t("library:linksPage.file.failures"),
        meaning: t("library:linksPage.file.failuresHelp", { most: failuresOfDead }),
        type: "number",
        value: ({ link }) => link.failures,
      },
      {
        title: t("library:linksPage.file.origin"),
        width: 30,
        value: ({ ownerId }) => t(ownerId ? "library:linksPage.file.own" : "library:linksPage.shipped"),
      },
    ],
  });
}
