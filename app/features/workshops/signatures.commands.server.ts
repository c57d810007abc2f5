import { and, eq } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import type { Authorized } from "~/access/authorized";
import { run } from "~/commands/run.server";
import { db } from "~/db/client.server";
import { workshopRegistrations, workshopSignatures } from "~/db/schema/workshops.server";
import { attachFile } from "~/features/files/commands.server";
import type { StoredDrawing } from "~/features/files/drawing.commands.server";
import { RuleError } from "~/lib/errors";
import { newId } from "~/lib/ids";
import { findWorkshop, type WorkshopRow } from "./seats.server";

type Held = Authorized<{ id: string; ownerId: string }, "workshop.hold">;

interface Signed {
  registrationId: string;
  /** Null: the facilitator confirms for someone who cannot draw. */
  file: StoredDrawing | null;
}

/**
 * Keeps one person's signature with its time; who signs is present. Signing again takes the place of
 * the first. Throws RuleError `workshopStep` unless the workshop runs and takes signatures,
 * `notRegistered` for whoever has no seat.
 */
export function signAttendance(actor: Actor, workshop: Held, { registrationId, file }: Signed): void {
  const input = { registrationId, sha256: file?.sha256 ?? null };
  run(actor, { name: "workshop.sign", id: newId(), input, ownerId: workshop.ownerId }, ({ now }) => {
    markPresent(readSignable(workshop.id), registrationId, now);
    const fileId = file && attachFile(actor, workshop, { subject: "workshop_signature", file }).id;
    const set = { fileId, confirmedById: file ? null : actor.userId, signedAt: now };
    db()
      .insert(workshopSignatures)
      .values({ registrationId, workshopId: workshop.id, ...set })
      .onConflictDoUpdate({ target: workshopSignatures.registrationId, set })
      .run();
  });
}

function readSignable(workshopId: string): WorkshopRow {
  const row = findWorkshop(workshopId);
  if (!row?.hasSignatures || (row.state !== "running" && row.state !== "held")) throw new RuleError("workshopStep");
  return row;
}

/** Whoever signs is there; once the workshop is held, presence is corrected on its own screen. */
function markPresent(row: WorkshopRow, registrationId: string, at: number): void {
  const person = and(
    eq(workshopRegistrations.id, registrationId),
    eq(workshopRegistrations.workshopId, row.id),
    eq(workshopRegistrations.state, "registered"),
  );
  const seated = db().select({ id: workshopRegistrations.id }).from(workshopRegistrations).where(person).get();
  if (!seated) throw new RuleError("notRegistered");
  if (row.state !== "running") return;
  db().update(workshopRegistrations).set({ presence: "present", presenceAt: at }).where(person).run();
}
