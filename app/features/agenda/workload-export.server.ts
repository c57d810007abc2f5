import type { Actor } from "~/access/actor";
import { tableOf } from "~/features/exports/table.queries.server";
import { parseQuery } from "~/http/query.server";
import { translator } from "~/i18n/translate";
import { addDays, weekOf } from "~/lib/dates";
import type { ExportedTable } from "~/lib/exported-table.server";
import type { WeekLoad } from "./workload.queries.server";
import { readWorkload, workloadQuery } from "./workload-page.server";

const inHours = (minutes: number): number => Math.round((minutes / 60) * 100) / 100;
const kinds = ["granted", "contact", "preparation", "travel", "otherWork", "planned"] as const;

/** A person's year week by week as a file, in hours with two decimals. Throws NotFoundError for whom the page is not. */
export function exportWorkload(actor: Actor, request: Request): ExportedTable {
  const { office, year, person, weeks } = readWorkload(actor, parseQuery(request, workloadQuery));
  const t = translator(actor.locale);
  const rows = async function* () {
    yield* weeks;
  };
  const total = ({ done, planned }: WeekLoad) => inHours(done + planned);
  const isSeason = ({ monday }: WeekLoad) => office.seasonWeeks.includes(weekOf(monday));
  return tableOf(actor, {
    name: t("agenda:workload.title"),
    command: "workload.export",
    total: weeks.length,
    rows,
    defined: [[t("agenda:workload.title"), t("agenda:workload.intro")]],
    asked: [
      [t("agenda:workload.person"), person.name],
      [t("agenda:workload.year"), String(year)],
    ],
    columns: [
      { title: t("agenda:workload.columns.week"), type: "number", width: 10, value: (row) => weekOf(row.monday) },
      { title: t("dashboard:filters.from"), type: "day", width: 14, value: (row) => row.monday },
      { title: t("dashboard:filters.to"), type: "day", width: 14, value: (row) => addDays(row.monday, 6) },
      ...kinds.map((kind) => ({
        title: t("agenda:workload.inHours", { kind: t(`agenda:workload.columns.${kind}`) }),
        type: "number" as const,
        value: (row: WeekLoad) => inHours(row[kind]),
      })),
      { title: t("agenda:workload.inHours", { kind: t("agenda:workload.columns.total") }), type: "number", value: total },
      {
        title: t("series:weeks.isSeason"),
        width: 16,
        value: (row) => t(isSeason(row) ? "common:yes" : "common:no"),
      },
    ],
  });
}
