import { z } from "zod";
import type { Actor } from "~/access/actor";
import { everyPage, tableOf } from "~/features/exports/table.queries.server";
import { listOrganisationsFor } from "~/features/organisations/queries.server";
import { parseQuery } from "~/http/query.server";
import { translator } from "~/i18n/translate";
import { ForbiddenError } from "~/lib/errors";
import type { ExportedTable } from "~/lib/exported-table.server";
import { weekdays } from "./model";
import { countRolesHeld, listPeople } from "./people.queries.server";

export const peopleQuery = z.object({ office: z.string().max(40).optional(), after: z.string().max(200).optional() });

/** Who works where the actor manages people, a row for each role held, under the page's own filter, as a file. Throws ForbiddenError. */
export function exportPeople(actor: Actor, request: Request): ExportedTable {
  const offices = listOrganisationsFor(actor, "organisation.people");
  if (offices.length === 0) throw new ForbiddenError("organisation.people");
  const t = translator(actor.locale);
  const { office } = parseQuery(request, peopleQuery);
  const named = offices.find((one) => one.id === office)?.name;
  return tableOf(actor, {
    name: t("settings:people.title"),
    command: "organisation.exportPeople",
    total: countRolesHeld(actor, { office }),
    rows: () => everyPage((after: string | undefined) => rolesOf(actor, { office, after })),
    asked: office ? [[t("providers:file.office"), named ?? "—"]] : [],
    defined: [[t("settings:people.title"), t("settings:people.file.help")]],
    columns: [
      { title: t("settings:people.name"), width: 30, value: (row) => row.name },
      { title: t("settings:invite.email"), width: 36, value: (row) => row.email },
      { title: t("settings:people.file.role"), value: (row) => t(`settings:roles.${row.role}`) },
      { title: t("settings:people.file.office"), width: 36, value: (row) => row.organisation },
      { title: t("settings:people.file.from"), type: "day", width: 12, value: (row) => row.startsOn },
      {
        title: t("settings:people.file.until"),
        meaning: t("settings:people.file.untilHelp"),
        type: "day",
        width: 12,
        value: (row) => row.endsOn,
      },
      {
        title: t("settings:people.file.days"),
        value: (row) =>
          weekdays.flatMap((day) => (row.workingDays.includes(day) ? [t(`settings:membership.shortDays.${day}`)] : [])).join(" "),
      },
      {
        title: t("settings:people.file.hours"),
        meaning: t("settings:people.file.hoursHelp"),
        type: "number",
        value: (row) => row.hoursPerYear,
      },
      { title: t("settings:people.state"), value: (row) => (row.isSuspended ? t("settings:people.suspended") : "") },
    ],
  });
}

function rolesOf(actor: Actor, filter: { office: string | undefined; after: string | undefined }) {
  const { rows, next } = listPeople(actor, filter);
  const roles = rows.flatMap(({ email, suspendedAt, memberships }) => {
    const shown = memberships.filter((one) => !filter.office || one.ownerId === filter.office);
    return shown.map((one) => ({ ...one, name: one.person, email, isSuspended: suspendedAt !== null }));
  });
  return { rows: roles, next };
}
