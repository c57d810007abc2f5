import type { Actor } from "~/access/actor";
import { everyPage, tableOf } from "~/features/exports/table.queries.server";
import { getWorkplace } from "~/features/organisations/queries.server";
import { dayAt } from "~/features/organisations/zone.queries.server";
import { type Locale, translator } from "~/i18n/translate";
import type { ExportedTable } from "~/lib/exported-table.server";
import { importSources } from "~/lib/vocabulary";
import { type CorrectionCursor, countSourceCorrections, listSourceCorrections } from "./corrections.queries.server";
import { tellCorrection } from "./corrections.server";

/** « À reporter dans le SIT » as a file: what each system says, what it should, and who does it. Throws NotFoundError. */
export function exportCorrections(actor: Actor, _request: Request): ExportedTable {
  const office = getWorkplace(actor, "provider.correct");
  const t = translator(actor.locale);
  const column = (name: "establishment" | "field" | "old" | "new" | "who") => t(`records:corrections.columns.${name}`);
  return tableOf(actor, {
    name: t("records:corrections.title"),
    sheet: t("sheets:lists.sitCorrections"),
    command: "provider.exportCorrections",
    total: countSourceCorrections(actor, office.id),
    rows: () => everyPage((after: CorrectionCursor | undefined) => listSourceCorrections(actor, office.id, after)),
    asked: [[t("providers:file.office"), office.name]],
    defined: [[t("records:corrections.title"), t("records:corrections.intro")]],
    columns: [
      { title: column("establishment"), width: 36, value: (row) => row.establishment },
      { title: t("records:corrections.from"), value: (row) => sourceName(actor.locale, row.source) },
      { title: column("field"), value: (row) => tellCorrection(actor.locale, row).field },
      { title: column("old"), width: 40, value: (row) => tellCorrection(actor.locale, row).old },
      { title: column("new"), width: 40, value: (row) => tellCorrection(actor.locale, row).new },
      { title: t("records:corrections.correctedOn"), type: "day", value: (row) => dayAt(row.ownerId, row.createdAt) },
      { title: column("who"), value: (row) => row.assignee },
    ],
  });
}

function sourceName(locale: Locale, source: string): string {
  const known = importSources.find((one) => one === source);
  return known ? translator(locale)(`imports:sources.${known}`) : source;
}
