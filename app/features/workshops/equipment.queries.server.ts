import { and, eq, gt, inArray, isNull, lt, ne, notInArray, sql } from "drizzle-orm";
import { db } from "~/db/client.server";
import { equipment, workshopEquipment, workshopParts, workshops } from "~/db/schema/workshops.server";

export interface Shortage {
  name: string;
  /** How many are free at that time. */
  free: number;
  wanted: number;
  /** The workshops that have reserved the others. */
  titles: string[];
}

interface Wish {
  workshopId: string;
  parts: readonly { startsAt: number; endsAt: number }[];
  /** Quantity by thing. */
  wanted: ReadonlyMap<string, number>;
}

/** What is not there in sufficient number while the parts last: reserved by other workshops that are neither over nor called off, or more than there is. */
export function findShortages({ workshopId, parts, wanted }: Wish): Shortage[] {
  const things = db()
    .select()
    .from(equipment)
    .where(inArray(equipment.id, [...wanted.keys(), ""]))
    .all();
  return things.flatMap((thing) => {
    const number = wanted.get(thing.id) ?? 0;
    const taken = parts.map((part) => reservedDuring(thing.id, workshopId, part));
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
