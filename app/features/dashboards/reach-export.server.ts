import type { Actor } from "~/access/actor";
import { everyPage } from "~/features/exports/table.queries.server";
import { countProvidersReached, listProvidersReached } from "~/features/figures/coverage.queries.server";
import { listEstablishmentsReached } from "~/features/figures/establishments.queries.server";
import { countEstablishmentsReached } from "~/features/figures/queries.server";
import { countToMeet, listToMeet } from "~/features/figures/to-meet.queries.server";
import { parseQuery } from "~/http/query.server";
import type { ExportedTable } from "~/lib/exported-table.server";
import { reasonsOf } from "./describe-to-meet.server";
import { dashboardQuery, providerRowsQuery } from "./form";
import { wholeToday } from "./model";
import { periodOf } from "./queries.server";
import { columnWords, everyRow, resolveRows, rowsAtOnce, rowsFile } from "./rows-file.server";

/** The providers behind a figure, with when each was last seen. Throws NotFoundError. */
export function providerFile(actor: Actor, request: Request): ExportedTable {
  const { reach = "reached", ...query } = parseQuery(request, providerRowsQuery);
  const asked = resolveRows(actor, query);
  const filter = { ...periodOf(asked, asked.days), before: wholeToday(asked.before, asked.today), reach };
  const { t, column } = columnWords(actor);
  return rowsFile(actor, asked, {
    name: t(`dashboard:rows.providers.${reach}`),
    sheet: t("sheets:rows.providers"),
    opened: { list: "providers", reach },
    total: countProvidersReached(actor, filter),
    rows: () => everyRow((page) => listProvidersReached(actor, { ...filter, ...page })),
    columns: [
      { title: column("provider"), width: 36, value: (row) => row.name },
      { title: column("kind"), width: 24, value: (row) => t(`kinds:${row.kind}`) },
      { title: column("commune"), width: 24, value: (row) => row.commune },
      { title: column("sessions"), meaning: t("figures:help.sessions"), type: "number", value: (row) => row.sessions },
      { title: column("supports"), meaning: t("figures:help.supports"), type: "number", value: (row) => row.supports },
      {
        title: t("series:file.lastSeen"),
        meaning: t("series:file.lastSeenHelp"),
        type: "day",
        value: (row) => row.lastSupportOn,
      },
    ],
  });
}

/** The establishments reached, each with its provider. Throws NotFoundError. */
export function establishmentFile(actor: Actor, request: Request): ExportedTable {
  const asked = resolveRows(actor, parseQuery(request, dashboardQuery));
  const period = periodOf(asked, asked.days);
  const { t, column } = columnWords(actor);
  return rowsFile(actor, asked, {
    name: t("figures:names.establishments"),
    sheet: t("sheets:rows.establishments"),
    opened: { list: "establishments" },
    total: countEstablishmentsReached(actor, period),
    rows: () => everyRow((page) => listEstablishmentsReached(actor, { ...period, ...page })),
    columns: [
      { title: t("series:rows.establishment"), width: 36, value: (row) => row.name },
      { title: column("kind"), width: 24, value: (row) => t(`kinds:${row.kind}`) },
      { title: column("commune"), width: 24, value: (row) => row.commune },
      { title: column("provider"), width: 36, value: (row) => row.provider },
      { title: column("sessions"), meaning: t("figures:help.sessions"), type: "number", value: (row) => row.sessions },
    ],
  });
}

/** Whom to meet next, with the reasons. Throws NotFoundError. */
export function meetFile(actor: Actor, request: Request): ExportedTable {
  const asked = resolveRows(actor, parseQuery(request, dashboardQuery));
  const period = periodOf(asked, asked.days);
  const { t, column } = columnWords(actor);
  const rows = () =>
    everyPage((number: number | undefined) => listToMeet(actor, period, { size: rowsAtOnce, number: number ?? 0 }));
  return rowsFile(actor, asked, {
    name: t("dashboard:blocks.meet"),
    sheet: t("sheets:rows.meet"),
    total: countToMeet(actor, period),
    rows,
    columns: [
      { title: column("provider"), width: 36, value: (row) => row.name },
      { title: column("kind"), width: 24, value: (row) => t(`kinds:${row.kind}`) },
      { title: column("commune"), width: 24, value: (row) => row.commune },
      {
        title: t("series:file.lastSeen"),
        meaning: t("series:file.lastSeenHelp"),
        type: "day",
        value: (row) => row.lastSupportOn,
      },
      {
        title: t("dashboard:meet.reasons"),
        width: 60,
        value: (row) =>
          [row.isNever ? t("dashboard:meet.never") : "", ...reasonsOf(actor.locale, row)].filter(Boolean).join(" · "),
      },
    ],
  });
}
