import type { Actor } from "~/access/actor";
import { canSomewhere } from "~/access/can";
import { everyPlace, tableOf } from "~/features/exports/table.queries.server";
import { zoneOfActor } from "~/features/organisations/zone.queries.server";
import { translator } from "~/i18n/translate";
import { dayIn } from "~/lib/dates";
import { ForbiddenError } from "~/lib/errors";
import type { ExportedTable } from "~/lib/exported-table.server";
import { countInvitations, invitationsAtATime, listInvitations } from "./invitations.queries.server";
import { describeGrants } from "./people-lines.server";

/** « Invitations envoyées » as a file: whom nobody has heard from yet, for which roles, until when. Throws ForbiddenError. */
export function exportInvitations(actor: Actor, _request: Request): ExportedTable {
  if (!canSomewhere(actor, "organisation.invite")) throw new ForbiddenError("organisation.invite");
  const t = translator(actor.locale);
  const zone = zoneOfActor(actor);
  return tableOf(actor, {
    name: t("settings:people.invitations"),
    command: "organisation.exportInvitations",
    total: countInvitations(actor),
    rows: () => everyPlace(invitationsAtATime, (skip) => listInvitations(actor, { skip })),
    asked: [],
    defined: [[t("settings:people.invitations"), t("settings:people.invitationFile.help")]],
    columns: [
      { title: t("settings:people.name"), width: 30, value: (row) => row.name },
      { title: t("settings:invite.email"), width: 36, value: (row) => row.email },
      { title: t("settings:people.roles"), width: 50, value: (row) => describeGrants(actor.locale, row.grants) },
      { title: t("settings:people.invitationFile.sent"), type: "day", width: 12, value: (row) => dayIn(zone, row.createdAt) },
      { title: t("settings:people.until"), type: "day", width: 12, value: (row) => dayIn(zone, row.expiresAt) },
      {
        title: t("settings:people.state"),
        value: (row) => t(`settings:people.invitationFile.${row.isExpired ? "expired" : "waiting"}`),
      },
    ],
  });
}
