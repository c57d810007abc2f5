import { and, asc, eq, isNull } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import { scope } from "~/access/scopes.server";
import { db } from "~/db/client.server";
import { workshopCertificates, workshops } from "~/db/schema/workshops.server";

/** The certificates of a workshop that stand, by number. */
export function listCertificates(actor: Actor, workshopId: string) {
  return db()
    .select({ certificate: workshopCertificates })
    .from(workshopCertificates)
    .innerJoin(workshops, eq(workshops.id, workshopCertificates.workshopId))
    .where(
      and(
        scope(actor, "workshop.hold", workshops),
        eq(workshopCertificates.workshopId, workshopId),
        isNull(workshopCertificates.withdrawnAt),
      ),
    )
    .orderBy(asc(workshopCertificates.year), asc(workshopCertificates.number))
    .limit(2000)
    .all()
    .map((row) => row.certificate);
}
export type Certificate = ReturnType<typeof listCertificates>[number];
