import type { Actor } from "~/access/actor";
import { canSomewhere } from "~/access/can";
import { everyPage, tableOf } from "~/features/exports/table.queries.server";
import { zoneOf } from "~/features/organisations/zone.queries.server";
import { parseQuery } from "~/http/query.server";
import { translator } from "~/i18n/translate";
import { now } from "~/lib/clock";
import { dayIn } from "~/lib/dates";
import { ForbiddenError } from "~/lib/errors";
import type { ExportedTable } from "~/lib/exported-table.server";
import { planQuery } from "./plan-list.form";
import { countPlans, listPlans } from "./plan-list.queries.server";

/** The plans of the list's own filters as a file; rows are read as they leave. Throws ForbiddenError. */
export function exportPlans(actor: Actor, request: Request): ExportedTable {
  if (!canSomewhere(actor, "plan.export")) throw new ForbiddenError("plan.export");
  const t = translator(actor.locale);
  const filter = parseQuery(request, planQuery);
  const at = now();
  const zone = zoneOf(actor.currentOrganisationId ?? "");
  const today = dayIn(zone, at);
  const moment = { today, at };
  const onDay = (instant: number | null) => (instant === null ? "" : dayIn(zone, instant));
  return tableOf(actor, {
    name: t("plans:list.title"),
    command: "plan.export",
    total: countPlans(actor, filter, moment),
    rows: () => everyPage((after: string | undefined) => listPlans(actor, { ...filter, after }, moment)),
    asked: [
      [t("plans:list.filter"), t(`plans:list.views.${filter.view}`)],
      [t("plans:list.referent"), t(filter.who === "me" ? "plans:list.mine" : "plans:list.everyone")],
    ],
    columns: [
      { title: t("plans:file.provider"), width: 36, value: (row) => row.provider },
      { title: t("plans:file.kind"), value: (row) => t(`kinds:${row.kind}`) },
      { title: t("plans:file.total"), meaning: t("plans:file.totalHelp"), type: "number", value: (row) => row.total },
      { title: t("plans:file.done"), meaning: t("plans:file.doneHelp"), type: "number", value: (row) => row.done },
      { title: t("plans:file.open"), meaning: t("plans:file.openHelp"), type: "number", value: (row) => row.open },
      { title: t("plans:file.late"), meaning: t("plans:file.lateHelp"), type: "number", value: (row) => row.late },
      { title: t("plans:file.blocked"), type: "number", value: (row) => row.blocked },
      { title: t("plans:file.drafts"), meaning: t("plans:file.draftsHelp"), type: "number", value: (row) => row.drafts },
      { title: t("plans:file.next"), width: 40, value: (row) => row.nextTitle },
      { title: t("plans:file.nextDue"), type: "day", value: (row) => row.nextDueOn },
      { title: t("plans:file.since"), meaning: t("plans:file.sinceHelp"), type: "day", value: (row) => onDay(row.since) },
    ],
  });
}
