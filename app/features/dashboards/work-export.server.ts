import type { Actor } from "~/access/actor";
import { themeName } from "~/features/coaching/lines";
import type { SessionSet } from "~/features/figures/model";
import { getPlanTotals, listPlanActions } from "~/features/figures/plans.queries.server";
import { listSessionRows, totalSessionRows } from "~/features/figures/session-rows.queries.server";
import {
  countMissedAppointments,
  listMissedAppointments,
  listWorkshopRows,
  totalWorkshopRows,
} from "~/features/figures/workshops.queries.server";
import { isTheme } from "~/features/themes/model";
import { parseQuery } from "~/http/query.server";
import type { ExportedTable } from "~/lib/exported-table.server";
import type { SessionChannel } from "~/lib/vocabulary";
import { inMinutes, nameSession, withMissed } from "./describe-counted.server";
import { actionRowsQuery, countedRowsQuery, workshopRowsQuery } from "./form";
import { type DashboardAsked, periodOf } from "./queries.server";
import { columnWords, everyRow, resolveRows, rowsFile } from "./rows-file.server";

/** The sessions behind a figure, each with what it adds to it: people, or minutes. Throws NotFoundError. */
export function sessionFile(actor: Actor, request: Request): ExportedTable {
  const { set = "used", ...query } = parseQuery(request, countedRowsQuery);
  const asked = resolveRows(actor, query);
  const period = periodOf(asked, asked.days);
  const { t, column } = columnWords(actor);
  const missed = withMissed.has(set) ? countMissedAppointments(actor, period) : 0;
  const amount = inMinutes.has(set) ? t("series:file.minutes") : t("series:rows.amount");
  return rowsFile(actor, asked, {
    name: t(`series:rows.titles.${set}`),
    sheet: t("sheets:rows.counted"),
    opened: { list: "counted", set },
    total: missed + totalSessionRows(actor, { ...period, set }).rows,
    rows: () => readSessions(actor, asked, { set, missed }),
    columns: [
      { title: t("series:rows.session"), width: 48, value: (row) => row.name },
      { title: column("day"), type: "day", width: 14, value: (row) => row.heldOn },
      { title: column("theme"), width: 24, value: (row) => row.theme },
      { title: column("channel"), value: (row) => (row.channel ? t(`coaching:channels.${row.channel}`) : "") },
      { title: amount, meaning: t("series:file.amountHelp"), type: "number", width: 14, value: (row) => row.amount },
    ],
  });
}

interface SessionRow {
  name: string;
  heldOn: string;
  theme: string;
  channel: SessionChannel | null;
  amount: number;
}

/** The appointments where nobody came stand first, as on the page. */
async function* readSessions(
  actor: Actor,
  asked: DashboardAsked,
  { set, missed }: { set: SessionSet; missed: number },
): AsyncGenerator<SessionRow> {
  const { t } = columnWords(actor);
  const period = periodOf(asked, asked.days);
  const nobodyCame = missed > 0 ? listMissedAppointments(actor, period, missed) : [];
  for (const { provider, heldOn, channel } of nobodyCame)
    yield { name: provider, heldOn, theme: t("series:rows.missed"), channel, amount: 1 };
  for await (const row of everyRow((page) => listSessionRows(actor, { ...period, set, ...page }))) {
    const theme = row.theme && isTheme(row.theme) ? themeName(actor.locale, row.theme) : "";
    yield { name: nameSession(actor.locale, row).name, heldOn: row.heldOn, theme, channel: row.channel, amount: row.amount };
  }
}

/** The plan actions behind a figure. Throws NotFoundError. */
export function actionFile(actor: Actor, request: Request): ExportedTable {
  const { set = "late", ...query } = parseQuery(request, actionRowsQuery);
  const asked = resolveRows(actor, query);
  const filter = { ...periodOf(asked, asked.days), asOf: asked.days.to, set };
  const { t, column } = columnWords(actor);
  return rowsFile(actor, asked, {
    name: t(`dashboard:rows.actions.${set}`),
    sheet: t("sheets:rows.actions"),
    opened: { list: "actions", set },
    total: getPlanTotals(actor, filter)[set],
    rows: () => everyRow((page) => listPlanActions(actor, { ...filter, ...page })),
    columns: [
      { title: column("action"), width: 48, value: (row) => row.title },
      { title: column("provider"), width: 36, value: (row) => row.provider },
      { title: column("state"), value: (row) => t(`providers:page.states.${row.state}`) },
      { title: column("due"), type: "day", width: 14, value: (row) => row.dueOn },
      { title: t("series:file.doneOn"), type: "day", width: 14, value: (row) => row.doneOn },
    ],
  });
}

/** The workshops behind a figure, each with what it adds to it. Throws NotFoundError. */
export function workshopFile(actor: Actor, request: Request): ExportedTable {
  const { set = "held", ...query } = parseQuery(request, workshopRowsQuery);
  const asked = resolveRows(actor, query);
  const filter = { ...periodOf(asked, asked.days), set };
  const { t, column } = columnWords(actor);
  return rowsFile(actor, asked, {
    name: t(`dashboard:rows.workshops.${set}`),
    sheet: t("sheets:rows.workshops"),
    opened: { list: "workshops", set },
    total: totalWorkshopRows(actor, filter).rows,
    rows: () => everyRow((page) => listWorkshopRows(actor, { ...filter, ...page })),
    columns: [
      { title: column("workshop"), width: 48, value: (row) => row.title },
      { title: column("day"), type: "day", width: 14, value: (row) => row.heldOn },
      { title: column("registered"), type: "number", width: 14, value: (row) => row.registered },
      { title: column("seats"), type: "number", width: 14, value: (row) => row.capacity },
      { title: column("participants"), type: "number", width: 14, value: (row) => row.participants },
      { title: column("waiting"), type: "number", width: 14, value: (row) => row.waiting },
      { title: t("series:rows.amount"), meaning: t("series:file.amountHelp"), type: "number", value: (row) => row.amount },
    ],
  });
}
