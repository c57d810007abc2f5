import { asc, eq } from "drizzle-orm";
import { db } from "~/db/client.server";
import { appointmentEquipment } from "~/db/schema/agenda.server";
import { equipment } from "~/db/schema/workshops.server";
import { findShortages, listEquipment } from "~/features/workshops/equipment.queries.server";
import { RuleError } from "~/lib/errors";
import type { Span } from "./model";
import type { Warning } from "./warnings";

/** The ids of what an appointment takes along, with their names. */
export function listTakenAlong(appointmentId: string) {
  return db()
    .select({ id: equipment.id, name: equipment.name })
    .from(appointmentEquipment)
    .innerJoin(equipment, eq(equipment.id, appointmentEquipment.equipmentId))
    .where(eq(appointmentEquipment.appointmentId, appointmentId))
    .orderBy(asc(equipment.name))
    .all();
}

/** Reserves one of each for an appointment. Throws RuleError `unknownChoice` for what the office does not lend. */
export function takeAlong(ownerId: string, appointmentId: string, equipmentIds: readonly string[]): void {
  const known = new Set(listEquipment(ownerId).map((one) => one.id));
  for (const equipmentId of new Set(equipmentIds)) {
    if (!known.has(equipmentId)) throw new RuleError("unknownChoice", {}, "equipment");
    db().insert(appointmentEquipment).values({ appointmentId, equipmentId, quantity: 1 }).run();
  }
}

/** What is wanted and not free at that time. */
export function equipmentWarnings(
  span: Span,
  { equipment: ids, exceptId }: { equipment?: readonly string[]; exceptId?: string },
): Warning[] {
  if (!ids || ids.length === 0) return [];
  const wanted = new Map(ids.map((id) => [id, 1]));
  return findShortages({ exceptId: exceptId ?? "", parts: [span], wanted }).map(({ name, titles }) => ({
    kind: "equipment",
    values: { name, titles: titles.join(", ") },
  }));
}
