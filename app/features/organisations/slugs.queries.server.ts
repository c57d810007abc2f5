import { eq } from "drizzle-orm";
import { db } from "~/db/client.server";
import { organisations } from "~/db/schema/organisations.server";

/** The word of an organisation in public addresses; empty when it is gone. */
export function findSlug(organisationId: string): string {
  const row = db().select({ slug: organisations.slug }).from(organisations).where(eq(organisations.id, organisationId)).get();
  return row?.slug ?? "";
}
