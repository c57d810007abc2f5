import { eq } from "drizzle-orm";
import { db } from "~/db/client.server";
import { workshopSignatures } from "~/db/schema/workshops.server";

/** The signatures of a workshop by registration, for whoever may hold it or print its sheet. */
export function listSignatures(workshopId: string) {
  const rows = db().select().from(workshopSignatures).where(eq(workshopSignatures.workshopId, workshopId)).all();
  return new Map(rows.map((row) => [row.registrationId, row]));
}
