import { and, asc, eq, isNull, max } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import type { Authorized } from "~/access/authorized";
import { run } from "~/commands/run.server";
import { db } from "~/db/client.server";
import { workshopCertificates, workshopRegistrations } from "~/db/schema/workshops.server";
import { enqueue } from "~/jobs/queue.server";
import { dayIn } from "~/lib/dates";
import { RuleError } from "~/lib/errors";
import { newId } from "~/lib/ids";
import { tellRegistration } from "./notices.server";
import { findWorkshop, type RegistrationRow, type WorkshopRow } from "./seats.server";

type Held = Authorized<{ id: string; ownerId: string }, "workshop.hold">;

/** Issues a numbered certificate to each present person who has none, and mails them. Throws RuleError `workshopStep` before the workshop was held. */
export function issueCertificates(actor: Actor, workshop: Held): { count: number } {
  const command = { name: "workshop.certify", id: workshop.id, input: null, ownerId: workshop.ownerId, isOnce: false };
  return run(actor, command, ({ now }) => {
    const row = findWorkshop(workshop.id);
    if (row?.state !== "held") throw new RuleError("workshopStep");
    return { count: issueMissing(actor, row, now) };
  });
}

/** After a correction: those of the absent are withdrawn, and where any were issued, those missing follow. */
export function reviseCertificates(actor: Actor, row: WorkshopRow, at: number): void {
  const issued = db().select().from(workshopCertificates).where(eq(workshopCertificates.workshopId, row.id)).all();
  if (issued.length === 0) return;
  const present = new Map(listPresent(row.id).map((one) => [one.id, one]));
  for (const one of issued.filter(({ withdrawnAt }) => withdrawnAt === null)) {
    const person = present.get(one.registrationId);
    // A corrected name is another certificate, under a new number.
    if (person?.name === one.name && person.establishment === one.establishment) continue;
    db().update(workshopCertificates).set({ withdrawnAt: at }).where(eq(workshopCertificates.id, one.id)).run();
    tellRegistration(one.registrationId, "certificate_withdrawn", { once: `withdrawn/${one.id}` });
  }
  issueMissing(actor, row, at);
}

function issueMissing(actor: Actor, row: WorkshopRow, at: number): number {
  const missing = listPresent(row.id).filter((one) => !hasCertificate(one.id));
  const year = Number(dayIn(row.zone, at).slice(0, 4));
  for (const one of missing) {
    const id = newId();
    const { name, establishment } = one;
    const person = { registrationId: one.id, name, establishment };
    db()
      .insert(workshopCertificates)
      .values({
        id,
        ownerId: row.ownerId,
        workshopId: row.id,
        ...person,
        year,
        number: nextNumber(row.ownerId, year),
        issuedById: actor.userId,
        issuedAt: at,
      })
      .run();
    if (one.email)
      enqueue({
        kind: "workshops.mailCertificate",
        payload: { certificateId: id },
        dedupeKey: `workshops.mailCertificate/${id}`,
      });
  }
  return missing.length;
}

function listPresent(workshopId: string): RegistrationRow[] {
  const { workshopId: id, presence, position } = workshopRegistrations;
  return db()
    .select()
    .from(workshopRegistrations)
    .where(and(eq(id, workshopId), eq(presence, "present")))
    .orderBy(asc(position))
    .all();
}

function hasCertificate(registrationId: string): boolean {
  const { registrationId: id, withdrawnAt } = workshopCertificates;
  return (
    db()
      .select()
      .from(workshopCertificates)
      .where(and(eq(id, registrationId), isNull(withdrawnAt)))
      .get() !== undefined
  );
}

function nextNumber(ownerId: string, year: number): number {
  const row = db()
    .select({ last: max(workshopCertificates.number) })
    .from(workshopCertificates)
    .where(and(eq(workshopCertificates.ownerId, ownerId), eq(workshopCertificates.year, year)))
    .get();
  return (row?.last ?? 0) + 1;
}
