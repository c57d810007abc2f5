import type { Actor } from "~/access/actor";
import { canSomewhere } from "~/access/can";
import { everyPage, tableOf } from "~/features/exports/table.queries.server";
import { isTheme } from "~/features/themes/model";
import { parseQuery } from "~/http/query.server";
import { translator } from "~/i18n/translate";
import { dayIn } from "~/lib/dates";
import { ForbiddenError } from "~/lib/errors";
import type { ExportedTable } from "~/lib/exported-table.server";
import { formatPhone } from "~/lib/phone";
import { workshopQuery } from "./form";
import { countWorkshops, getWorkshop, listRegistrations, listWorkshops } from "./queries.server";

/** The programme of the list's own filters as a file: what, when, where, how many; nobody's name. Throws ForbiddenError. */
export function exportWorkshops(actor: Actor, request: Request): ExportedTable {
  if (!canSomewhere(actor, "workshop.export")) throw new ForbiddenError("workshop.export");
  const t = translator(actor.locale);
  const filter = parseQuery(request, workshopQuery);
  const view = filter.view ?? "coming";
  const nameOf = (theme: string | undefined) => (theme && isTheme(theme) ? t(`themes:${theme}.name`) : "");
  return tableOf(actor, {
    name: t("workshops:title"),
    command: "workshop.export",
    total: countWorkshops(actor, { ...filter, view }),
    rows: () => everyPage((after: string | undefined) => listWorkshops(actor, { ...filter, view, after })),
    asked: [
      [t("workshops:title"), t(`workshops:views.${view}`)],
      ...(filter.theme ? [[t("workshops:file.theme"), nameOf(filter.theme)] as const] : []),
    ],
    columns: [
      { title: t("workshops:file.day"), type: "day", width: 12, value: (row) => row.heldOn },
      { title: t("workshops:file.title"), width: 40, value: (row) => row.title },
      { title: t("workshops:file.theme"), value: (row) => nameOf(row.themes[0]) },
      { title: t("workshops:file.state"), value: (row) => t(`workshops:states.${row.state}`) },
      {
        title: t("workshops:file.place"),
        width: 30,
        value: (row) => [row.placeName, row.communeName].filter(Boolean).join(", "),
      },
      { title: t("workshops:file.duration"), type: "duration", width: 12, value: (row) => row.durationMinutes },
      {
        title: t("workshops:file.capacity"),
        meaning: t("workshops:file.capacityHelp"),
        type: "number",
        value: (row) => row.capacity,
      },
      { title: t("workshops:file.seated"), meaning: t("workshops:file.seatedHelp"), type: "number", value: (row) => row.seated },
      { title: t("workshops:file.waiting"), type: "number", value: (row) => row.waiting },
      { title: t("workshops:file.office"), width: 30, value: (row) => row.office },
    ],
  });
}

/** Who is registered for a workshop, with how to reach them. Throws NotFoundError out of sight. */
export function exportRegistrations(actor: Actor, workshopId: string): ExportedTable {
  const workshop = getWorkshop(actor, workshopId, "workshop.export");
  const t = translator(actor.locale);
  const people = listRegistrations(actor, workshop.id);
  const rows = async function* () {
    yield* people;
  };
  return tableOf(actor, {
    name: t("workshops:file.registrations"),
    command: "workshop.exportRegistrations",
    total: people.length,
    rows,
    asked: [
      [t("workshops:file.title"), workshop.title],
      [t("workshops:file.day"), workshop.heldOn],
    ],
    columns: [
      { title: t("workshops:sheet.name"), width: 30, value: (row) => row.name },
      { title: t("workshops:sheet.establishment"), width: 36, value: (row) => row.provider ?? row.establishment },
      { title: t("workshops:file.state"), value: (row) => t(`workshops:file.registrationStates.${row.state}`) },
      {
        title: t("workshops:file.presence"),
        meaning: t("workshops:file.presenceHelp"),
        value: (row) => (row.presence ? t(`coaching:presence.${row.presence}`) : ""),
      },
      { title: t("workshops:file.email"), width: 32, value: (row) => row.email },
      { title: t("workshops:file.phone"), value: (row) => formatPhone(row.phone) },
      { title: t("workshops:file.registeredOn"), type: "day", value: (row) => dayIn(workshop.zone, row.createdAt) },
    ],
  });
}

/** The same for an address of the file: a file prepared in the background knows no more. */
export const exportRegistrationsAt = (actor: Actor, { url }: Request): ExportedTable =>
  exportRegistrations(actor, new URL(url).pathname.split("/")[2] ?? "");
