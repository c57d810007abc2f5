import { eq } from "drizzle-orm";
import { db } from "~/db/client.server";
import { organisations } from "~/db/schema/organisations.server";
import { listStaff } from "~/features/coaching/people.queries.server";
import type { Matter } from "./notices.server";

/** Whose desk acted, and who there. */
export interface Writing {
  officeId: string;
  userId: string;
}

/** Who a mail is from: the office that it names, and whoever is shown and answered to; the office itself without one. */
export interface Writer {
  officeId: string;
  office: string;
  userId: string | undefined;
}

/** The workshop's own office and facilitator, or the office of the desk that acted and whoever holds its workshops, the one who acted first. */
export function writerOf({ workshop, office, facilitator }: Matter, by: Writing | undefined): Writer {
  const own = { officeId: workshop.ownerId, office: office?.name ?? "", userId: facilitator?.id };
  if (!by || by.officeId === workshop.ownerId) return own;
  const { id, name, zone } = organisations;
  const desk = db().select({ id, name, zone }).from(organisations).where(eq(id, by.officeId)).get();
  if (!desk) return own;
  const holders = listStaff(desk, "workshop.hold");
  const answers = holders.find((one) => one.id === by.userId) ?? holders[0];
  return { officeId: desk.id, office: desk.name, userId: answers?.id };
}
