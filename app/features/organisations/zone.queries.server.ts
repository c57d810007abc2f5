import { eq } from "drizzle-orm";
import { db } from "~/db/client.server";
import { organisations } from "~/db/schema/organisations.server";
import { dayIn } from "~/lib/dates";

/** The local day of an instant at an organisation, whose zone time belongs to (design §2). */
export function dayAt(organisationId: string, instant: number): string {
  const row = db().select({ zone: organisations.zone }).from(organisations).where(eq(organisations.id, organisationId)).get();
  return dayIn(row?.zone ?? "Europe/Paris", instant);
}
