import type { Actor } from "~/access/actor";
import { listOrganisationsWhere } from "~/features/organisations/queries.server";
import { typedFromSaved, workshopChoices } from "./form-data.server";
import { getWorkshop } from "./queries.server";

/** A workshop's form filled with what is saved; throws NotFoundError out of sight. */
export function readEditForm(actor: Actor, workshopId: string) {
  const row = getWorkshop(actor, workshopId, "workshop.plan");
  const name = listOrganisationsWhere(actor, "workshop.plan").find((one) => one.id === row.ownerId)?.name ?? "";
  const office = { id: row.ownerId, name, zone: row.zone };
  return {
    isInSeries: row.seriesId !== null,
    typed: typedFromSaved(row),
    choices: workshopChoices(actor, office, row.themes[0] ?? ""),
  };
}
