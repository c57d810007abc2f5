import { asc, eq } from "drizzle-orm";
import { db } from "~/db/client.server";
import { appointmentEquipment } from "~/db/schema/agenda.server";
import { equipment } from "~/db/schema/workshops.server";
import { findShortages, listEquipment } from "~/features/workshops/equipment.queries.server";
import { RuleError } from "~/lib/errors";
import type { Span } from "./model";
import type { Warning } from "./warnings";

/** `id:number` texts of a form as quantities; nothing typed is nothing taken. */
export function readQuantities(texts: readonly string[] | undefined): ReadonlyMap<string, number> {
  const pairs = (texts ?? []).filter(Boolean).map((text): [string, number] => {
    const [id = "", number = ""] = text.split(":");
    return [id, Number(number)];
  });
  return new Map(pairs.filter(([, number]) => number > 0));
}

/** What an appointment takes along: things with their names and quantities. */
export function listTakenAlong(appointmentId: string) {
  return db()
    .select({ id: equipment.id, name: equipment.name, quantity: appointmentEquipment.quantity })
    .from(appointmentEquipment)
    .innerJoin(equipment, eq(equipment.id, appointmentEquipment.equipmentId))
    .where(eq(appointmentEquipment.appointmentId, appointmentId))
    .orderBy(asc(equipment.name))
    .all();
}

/** The same as quantities by thing, for what a new time meets. */
export const quantitiesOf = (appointmentId: string): ReadonlyMap<string, number> =>
  new Map(listTakenAlong(appointmentId).map((one) => [one.id, one.quantity]));

/** Reserves things for an appointment, each in its number. Throws RuleError `unknownChoice` for what the office does not lend. */
export function takeAlong(ownerId: string, appointmentId: string, wanted: ReadonlyMap<string, number>): void {
  const known = new Set(listEquipment(ownerId).map((one) => one.id));
  for (const [equipmentId, quantity] of wanted) {
    if (!known.has(equipmentId)) throw new RuleError("unknownChoice", {}, "equipment");
    db().insert(appointmentEquipment).values({ appointmentId, equipmentId, quantity }).run();
  }
}

/** What is wanted and not free at that time. */
export function equipmentWarnings(
  span: Span,
  { equipment: wanted, exceptId }: { equipment?: ReadonlyMap<string, number>; exceptId?: string },
): Warning[] {
  if (!wanted || wanted.size === 0) return [];
  return findShortages({ exceptId: exceptId ?? "", parts: [span], wanted }).map(({ name, titles, free, wanted: number }) => ({
    kind: titles.length > 0 ? "equipment" : "equipmentFew",
    values: { name, titles: titles.join(", "), free, wanted: number },
  }));
}
