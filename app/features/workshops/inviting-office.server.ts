import type { Actor } from "~/access/actor";
import { authorize } from "~/access/authorized";
import { can } from "~/access/can";
import { listOrganisationsWhere } from "~/features/organisations/queries.server";
import { NotFoundError } from "~/lib/errors";
import type { getWorkshop } from "./queries.server";

type Workshop = Pick<ReturnType<typeof getWorkshop>, "ownerId" | "zone">;

/**
 * The office for which the actor invites to a workshop in sight: the one asked for, else the owner,
 * else the first of theirs. Throws NotFoundError where they may invite for none.
 */
export function getInvitingOffice(actor: Actor, workshop: Workshop, asked: string | null) {
  const offices = listOrganisationsWhere(actor, "workshop.invite");
  const wanted = asked ?? (can(actor, "workshop.invite", workshop) ? workshop.ownerId : undefined);
  const office = wanted ? offices.find((one) => one.id === wanted) : offices[0];
  if (!office) throw new NotFoundError("invitations");
  return authorize(actor, "workshop.invite", { id: office.id, name: office.name, ownerId: office.id, zone: workshop.zone });
}
