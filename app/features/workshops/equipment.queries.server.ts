import { and, asc, eq, gt, inArray, isNull, lt, ne, notInArray, sql } from "drizzle-orm";
import { builtOnce, db } from "~/db/client.server";
import { appointmentEquipment, appointments } from "~/db/schema/agenda.server";
import { providers } from "~/db/schema/providers.server";
import { equipment, workshopEquipment, workshopParts, workshops } from "~/db/schema/workshops.server";

export interface Shortage {
  name: string;
  /** How many are free at that time. */
  free: number;
  wanted: number;
  /** The workshops and appointments that have reserved the others. */
  titles: string[];
}

interface Wish {
  /** The workshop or appointment that asks. */
  exceptId: string;
  parts: readonly { startsAt: number; endsAt: number }[];
  /** Quantity by thing. */
  wanted: ReadonlyMap<string, number>;
}

/** What is not there in sufficient number while the parts last: reserved by other workshops and appointments that are neither over nor called off, or more than there is. */
export function findShortages({ exceptId, parts, wanted }: Wish): Shortage[] {
  const things = db()
    .select()
    .from(equipment)
    .where(inArray(equipment.id, [...wanted.keys(), ""]))
    .all();
  return things.flatMap((thing) => {
    const number = wanted.get(thing.id) ?? 0;
    const taken = parts.map((part) => [...reservedDuring(thing.id, exceptId, part), ...takenAlong(thing.id, exceptId, part)]);
    const most = taken.toSorted((a, b) => sumOf(b) - sumOf(a))[0] ?? [];
    const free = Math.max(thing.quantity - sumOf(most), 0);
    return number <= free ? [] : [{ name: thing.name, free, wanted: number, titles: [...new Set(most.map((one) => one.title))] }];
  });
}

const sumOf = (rows: readonly { quantity: number }[]): number => rows.reduce((sum, row) => sum + row.quantity, 0);

function reservedDuring(equipmentId: string, exceptId: string, part: { startsAt: number; endsAt: number }) {
  const overlapping = db()
    .select({ one: sql`1` })
    .from(workshopParts)
    .where(
      and(
        eq(workshopParts.workshopId, workshops.id),
        lt(workshopParts.startsAt, part.endsAt),
        gt(workshopParts.endsAt, part.startsAt),
      ),
    );
  return db()
    .select({ title: workshops.title, quantity: workshopEquipment.quantity })
    .from(workshopEquipment)
    .innerJoin(workshops, eq(workshops.id, workshopEquipment.workshopId))
    .where(
      and(
        eq(workshopEquipment.equipmentId, equipmentId),
        ne(workshops.id, exceptId),
        notInArray(workshops.state, ["held", "cancelled"]),
        isNull(workshops.deletedAt),
        sql`EXISTS ${overlapping}`,
      ),
    )
    .all();
}

/** What booked appointments take along. */
function takenAlong(equipmentId: string, exceptId: string, part: { startsAt: number; endsAt: number }) {
  return db()
    .select({ title: providers.name, quantity: appointmentEquipment.quantity })
    .from(appointmentEquipment)
    .innerJoin(appointments, eq(appointments.id, appointmentEquipment.appointmentId))
    .innerJoin(providers, eq(providers.id, appointments.providerId))
    .where(
      and(
        eq(appointmentEquipment.equipmentId, equipmentId),
        ne(appointments.id, exceptId),
        eq(appointments.state, "booked"),
        lt(appointments.startsAt, part.endsAt),
        sql`${appointments.startsAt} + ${appointments.durationMinutes} * 60000 > ${part.startsAt}`,
      ),
    )
    .all();
}

/** What an office lends, by name. */
export function listEquipment(officeId: string) {
  return thingsOf().all({ office: officeId });
}

const thingsOf = builtOnce((orm) =>
  orm
    .select({ id: equipment.id, name: equipment.name, quantity: equipment.quantity })
    .from(equipment)
    .where(and(eq(equipment.ownerId, sql.placeholder("office")), isNull(equipment.endedAt)))
    .orderBy(asc(equipment.name))
    .limit(50)
    .prepare(),
);
