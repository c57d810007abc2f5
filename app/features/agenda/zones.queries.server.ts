import { eq } from "drizzle-orm";
import { db } from "~/db/client.server";
import { organisations } from "~/db/schema/organisations.server";
import { NotFoundError } from "~/lib/errors";

/** The zone that an office's hours are written in; throws NotFoundError for none. */
export function readZone(ownerId: string): string {
  const found = db().select({ zone: organisations.zone }).from(organisations).where(eq(organisations.id, ownerId)).get();
  if (!found) throw new NotFoundError("organisation");
  return found.zone;
}
