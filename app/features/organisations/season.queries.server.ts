import type { Actor } from "~/access/actor";
import { listOrganisationsWhere } from "./queries.server";

/** The actor's offices that are in full season in this ISO week, when plans and notices keep quiet. */
export function listOfficesInSeason(actor: Actor, week: number): string[] {
  const offices = listOrganisationsWhere(actor, "plan.edit");
  return offices.filter((office) => office.seasonWeeks.includes(week)).map((office) => office.id);
}
