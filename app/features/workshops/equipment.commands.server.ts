import { and, eq, isNull } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import type { Authorized } from "~/access/authorized";
import { run } from "~/commands/run.server";
import { db } from "~/db/client.server";
import { calendarPeriods, equipment } from "~/db/schema/workshops.server";
import { NotFoundError, RuleError } from "~/lib/errors";
import { fold } from "~/lib/fold";
import { newId } from "~/lib/ids";
import type { ThingInput } from "./equipment.form";
import { readPeriods } from "./periods.server";

type Office = Authorized<{ id: string; ownerId: string }, "workshop.equipment">;

/**
 * Adds, changes or ends what an office lends; reservations made stay written. Throws RuleError
 * `wordTaken` on `name`, NotFoundError for another office's.
 */
export function changeEquipment(actor: Actor, office: Office, input: ThingInput): void {
  const { id, name, quantity, intent } = input;
  const command = { name: `workshop.equipment.${intent}`, id, input, ownerId: office.id, isOnce: false };
  run(actor, command, ({ now, revise }) => {
    const things = listLent(office.id);
    const saved = things.find((one) => one.id === id);
    if (intent !== "end") refuseTwice(things, input);
    if (intent === "add") return addThing(saved, { id, ownerId: office.id, name, quantity, createdAt: now });
    if (!saved) throw new NotFoundError("equipment");
    revise("equipment", saved);
    const set = intent === "end" ? { endedAt: now } : { name, quantity };
    db().update(equipment).set(set).where(eq(equipment.id, id)).run();
  });
}

type Thing = typeof equipment.$inferSelect;

function listLent(ownerId: string): Thing[] {
  return db()
    .select()
    .from(equipment)
    .where(and(eq(equipment.ownerId, ownerId), isNull(equipment.endedAt)))
    .all();
}

function refuseTwice(things: readonly Thing[], { id, name }: ThingInput): void {
  if (things.some((one) => one.id !== id && fold(one.name) === fold(name))) throw new RuleError("wordTaken", {}, "name");
}

function addThing(saved: Thing | undefined, values: typeof equipment.$inferInsert): void {
  if (!saved) db().insert(equipment).values(values).run();
}

/**
 * Takes the periods of a calendar file (iCalendar) in the place of those before; answers how many.
 * Throws RuleError `calendarUnreadable`, `calendarEmpty`.
 */
export function replacePeriods(actor: Actor, office: Office, text: string): { count: number } {
  const periods = readPeriods(text);
  return run(
    actor,
    { name: "workshop.periods", id: newId(), input: { count: periods.length }, ownerId: office.id },
    ({ now }) => {
      db().delete(calendarPeriods).where(eq(calendarPeriods.ownerId, office.id)).run();
      for (const one of periods)
        db()
          .insert(calendarPeriods)
          .values({ id: newId(), ownerId: office.id, createdAt: now, ...one })
          .run();
      return { count: periods.length };
    },
  );
}

/** Shows no holidays any more. */
export function removePeriods(actor: Actor, office: Office): void {
  run(actor, { name: "workshop.periods", id: newId(), input: null, ownerId: office.id }, () => {
    db().delete(calendarPeriods).where(eq(calendarPeriods.ownerId, office.id)).run();
  });
}
