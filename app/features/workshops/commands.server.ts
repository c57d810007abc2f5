import { and, asc, count, eq, inArray } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import type { Authorized } from "~/access/authorized";
import { run } from "~/commands/run.server";
import { db } from "~/db/client.server";
import { workshopParts, workshopRegistrations, workshops } from "~/db/schema/workshops.server";
import { ConflictError, RuleError } from "~/lib/errors";
import type { WorkshopState } from "~/lib/vocabulary";
import { describeChanges } from "./changes.server";
import { columnsOf, momentsOf, writeParts } from "./columns.server";
import type { WorkshopInput } from "./form";
import { isAhead, isOpenState, mayBecome } from "./model";
import { tellRegistration } from "./notices.server";
import { otherDates } from "./other-dates.server";
import { writeRelated } from "./related.server";
import { askForReminders } from "./reminders.server";
import { countTaken, findWorkshop, settleSeats, type WorkshopRow } from "./seats.server";

type Office = Authorized<{ id: string; zone: string }, "workshop.plan">;
type Workshop<P extends "workshop.plan" | "workshop.hold" = "workshop.plan"> = Authorized<{ id: string; ownerId: string }, P>;

/**
 * Plans a workshop, a draft until it is published. Throws RuleError `clockSkipped`, `unknownPerson`,
 * `unknownChoice`, `unknownOffice`, `sharesOverCapacity`.
 */
export function planWorkshop(
  actor: Actor,
  office: Office,
  given: { input: WorkshopInput; series?: SeriesPlace },
): { id: string } {
  const { input, series } = given;
  return run(actor, { name: "workshop.plan", id: input.id, input, ownerId: office.id }, ({ now }) => {
    const moments = momentsOf(input.parts, office.zone);
    db()
      .insert(workshops)
      .values({
        id: input.id,
        ownerId: office.id,
        zone: office.zone,
        createdById: actor.userId,
        createdAt: now,
        seriesId: series?.id ?? null,
        seriesOn: series?.on ?? null,
        ...columnsOf(office.id, input),
        ...moments.span,
      })
      .run();
    writeParts(input.id, moments.parts);
    writeRelated(actor, { workshopId: input.id, office, isNew: true }, input);
    return { id: input.id };
  });
}

/** Where a date stands in its series. */
export interface SeriesPlace {
  id: string;
  /** The day that the rule gave. */
  on: string;
}

/**
 * Changes a workshop that lies ahead; the registered hear of a new time, place or link, with what it
 * was. Throws ConflictError when it was saved since, RuleError `workshopOver`, `capacityUnderTaken`,
 * and what planning throws.
 */
export function changeWorkshop(actor: Actor, workshop: Workshop, input: WorkshopInput): { id: string; told: number } {
  const subject = { permission: "workshop.plan" as const, reread: () => findWorkshop(workshop.id) };
  const command = { name: "workshop.change", id: workshop.id, input, ownerId: workshop.ownerId, subject, isOnce: false };
  return run(actor, command, ({ now, revise }) => {
    const before = readChangeable(workshop.id, input);
    const partsBefore = readParts(workshop.id);
    revise("workshops", { ...before, parts: partsBefore });
    const moments = momentsOf(input.parts, before.zone);
    const after = { ...columnsOf(before.ownerId, input), ...moments.span };
    const changes = describeChanges({ ...before, parts: partsBefore }, { ...after, zone: before.zone, parts: moments.parts });
    const sequence = before.sequence + (changes.isWorthTelling ? 1 : 0);
    db()
      .update(workshops)
      .set({ ...after, sequence, version: before.version + 1 })
      .where(eq(workshops.id, workshop.id))
      .run();
    writeParts(workshop.id, moments.parts);
    writeRelated(actor, { workshopId: workshop.id, office: { id: before.ownerId, zone: before.zone }, isNew: false }, input);
    settleSeats(workshop.id, now);
    if (!isOpenState(before.state)) return { id: workshop.id, told: 0 };
    askForReminders(workshop.id, now);
    return { id: workshop.id, told: changes.isWorthTelling ? tellLiving(workshop.id, changes.lines) : 0 };
  });
}

function readChangeable(workshopId: string, input: WorkshopInput): WorkshopRow {
  const before = findWorkshop(workshopId);
  if (!before || before.version !== input.version) throw new ConflictError("version", before);
  if (!isAhead(before.state)) throw new RuleError("workshopOver");
  refuseTooSmall(before, input.capacity ?? null);
  return before;
}

/** Capacity never falls under the seats that are taken or offered: the message says how many there are. */
function refuseTooSmall(before: WorkshopRow, capacity: number | null): void {
  if (capacity === null || !isOpenState(before.state)) return;
  const taken = countTaken(before.id);
  if (capacity < taken) throw new RuleError("capacityUnderTaken", { count: taken }, "capacity");
}

function tellLiving(workshopId: string, lines: Parameters<typeof linesFor>[0]): number {
  const living = listLiving(workshopId);
  for (const one of living) tellRegistration(one.id, "changed", { lines: linesFor(lines, one.locale) });
  return living.filter((one) => one.email !== null).length;
}

const linesFor = (lines: Record<"fr" | "en", string[]>, locale: "fr" | "en") => lines[locale];

function listLiving(workshopId: string) {
  return db()
    .select()
    .from(workshopRegistrations)
    .where(
      and(
        eq(workshopRegistrations.workshopId, workshopId),
        inArray(workshopRegistrations.state, ["registered", "offered", "waiting"]),
      ),
    )
    .orderBy(asc(workshopRegistrations.position))
    .all();
}

/** Puts a draft on the programme; its reminders are asked for. Throws RuleError `workshopStep`, `workshopInPast`. */
export function publishWorkshop(actor: Actor, workshop: Workshop): void {
  move(actor, workshop, { to: "published", name: "workshop.publish", work: markPublished });
}

function markPublished(row: WorkshopRow, now: number): void {
  if (row.state !== "draft") throw new RuleError("workshopStep");
  if (row.startsAt <= now) throw new RuleError("workshopInPast");
  db()
    .update(workshops)
    .set({ publishedAt: now, version: row.version + 1 })
    .where(eq(workshops.id, row.id))
    .run();
  askForReminders(row.id, now);
}

/** Calls a workshop off: whoever is registered or waits hears of it, with other dates. Throws RuleError `workshopStep`. */
export function cancelWorkshop(actor: Actor, workshop: Workshop, reason: string | undefined): { told: number } {
  let told = 0;
  const work = (row: WorkshopRow, now: number) => {
    const set = { cancelledAt: now, cancelReason: reason ?? null, version: row.version + 1 };
    db().update(workshops).set(set).where(eq(workshops.id, row.id)).run();
    for (const one of listLiving(row.id)) {
      const lines = [...(reason ? [reason] : []), ...otherDates(row, one.locale, now)];
      tellRegistration(one.id, "called_off", { lines, once: "called_off" });
      if (one.email) told += 1;
    }
    db()
      .update(workshops)
      .set({ sequence: row.sequence + 1 })
      .where(eq(workshops.id, row.id))
      .run();
  };
  move(actor, workshop, { to: "cancelled", name: "workshop.cancel", work });
  return { told };
}

/** The day has come: no more registrations by link, the room is counted. Throws RuleError `workshopStep`, `workshopNotToday`. */
export function openWorkshop(actor: Actor, workshop: Workshop<"workshop.hold">): void {
  const work = (row: WorkshopRow, now: number) => {
    if (now < row.startsAt - 24 * 3_600_000) throw new RuleError("workshopNotToday");
    db()
      .update(workshops)
      .set({ version: row.version + 1 })
      .where(eq(workshops.id, row.id))
      .run();
  };
  move(actor, workshop, { to: "running", name: "workshop.open", work });
}

interface Move {
  to: WorkshopState;
  name: string;
  work: (row: WorkshopRow, now: number) => void;
}

/** One step of the life cycle, asked for and checked inside the transaction. */
export function move(actor: Actor, workshop: Workshop | Workshop<"workshop.hold">, { to, name, work }: Move): void {
  run(actor, { name, id: workshop.id, input: null, ownerId: workshop.ownerId, isOnce: false }, ({ now, revise }) => {
    const row = findWorkshop(workshop.id);
    if (row?.state === to) return;
    if (!row || !mayBecome(row.state, to)) throw new RuleError("workshopStep");
    revise("workshops", row);
    db().update(workshops).set({ state: to }).where(eq(workshops.id, row.id)).run();
    work(row, now);
  });
}

/** Throws a draft away, for 30 days of second thoughts. Throws RuleError `workshopStep` once anyone may have seen it. */
export function deleteDraft(actor: Actor, workshop: Workshop): void {
  const command = { name: "workshop.delete", id: workshop.id, input: null, ownerId: workshop.ownerId, isOnce: false };
  run(actor, command, ({ now }) => {
    const people = db()
      .select({ n: count() })
      .from(workshopRegistrations)
      .where(eq(workshopRegistrations.workshopId, workshop.id))
      .get();
    if (findWorkshop(workshop.id)?.state !== "draft" || (people?.n ?? 0) > 0) throw new RuleError("workshopStep");
    db().update(workshops).set({ deletedAt: now }).where(eq(workshops.id, workshop.id)).run();
  });
}

function readParts(workshopId: string) {
  return db()
    .select()
    .from(workshopParts)
    .where(eq(workshopParts.workshopId, workshopId))
    .orderBy(asc(workshopParts.startsAt))
    .all();
}
