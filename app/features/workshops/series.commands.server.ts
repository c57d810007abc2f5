import type { Actor } from "~/access/actor";
import { type Authorized, authorize } from "~/access/authorized";
import { run } from "~/commands/run.server";
import { db } from "~/db/client.server";
import { workshopSeries } from "~/db/schema/workshops.server";
import { parseFields } from "~/http/form.server";
import { daysBetween } from "~/lib/dates";
import { RuleError } from "~/lib/errors";
import { newId } from "~/lib/ids";
import { cancelWorkshop, changeWorkshop, deleteDraft, planWorkshop, publishWorkshop } from "./commands.server";
import { type WorkshopInput, workshopSchema } from "./form";
import { typedFromSaved } from "./form-data.server";
import type { Without } from "./left-out.server";
import { changedRows, listFollowing, moved, type SeriesInput, seriesDays } from "./planned-dates.queries.server";
import { fieldsOf } from "./posted.server";
import { getWorkshop } from "./queries.server";

type Office = Authorized<{ id: string; zone: string }, "workshop.plan">;
type Workshop = Authorized<{ id: string; ownerId: string }, "workshop.plan">;

/** Plans each date of a series as a draft of its own. Throws RuleError `seriesEmpty`, and what planning throws. */
export function planSeries(
  actor: Actor,
  office: Office,
  given: { input: WorkshopInput; series: SeriesInput },
): { ids: string[] } {
  const { input, series } = given;
  return run(actor, { name: "workshop.planSeries", id: input.id, input: given, ownerId: office.id }, ({ now }) => {
    const first = input.parts[0];
    const { base, days = [] } = seriesDays(input, series, office) ?? {};
    if (!first || !base) throw new RuleError("required", {}, "parts");
    if (days.length === 0) throw new RuleError("seriesEmpty", {}, "until");
    const seriesId = newId();
    db()
      .insert(workshopSeries)
      .values({ id: seriesId, ownerId: office.id, createdAt: now, ...base })
      .run();
    const ids = days.map((on, number) => {
      const one = { ...moved(input, daysBetween(first.day, on)), id: number === 0 ? input.id : newId() };
      return planWorkshop(actor, office, { input: freshQuestions(one, number > 0), series: { id: seriesId, on } }).id;
    });
    return { ids };
  });
}

/**
 * Changes a date of a series and those that follow: everything but the days, which move by as much as
 * this one did. The registered of each date hear of it. The following that a tick leaves out, their new
 * day being in holidays, are called off, a draft thrown away. Throws what changing one throws, and changes none.
 */
export function changeFollowing(actor: Actor, workshop: Workshop, { input, without = {} }: FollowingChange): ChangeCounts {
  const given = { input, without };
  const command = { name: "workshop.changeFollowing", id: workshop.id, input: given, ownerId: workshop.ownerId, isOnce: false };
  return run(actor, command, () => {
    const before = getWorkshop(actor, workshop.id, "workshop.plan");
    const { staying, removed } = changedRows(before, input, { isFollowing: true, without });
    let { told } = changeWorkshop(actor, workshop, input);
    for (const row of staying) {
      const one = { ...moved(input, daysBetween(before.heldOn, row.heldOn)), id: row.id, version: row.version };
      told += changeWorkshop(actor, authorize(actor, "workshop.plan", row), freshQuestions(one, true)).told;
    }
    for (const row of removed) told += dropDate(actor, row);
    return { count: staying.length + 1, told };
  });
}

interface FollowingChange {
  input: WorkshopInput;
  without?: Without;
}

interface ChangeCounts {
  count: number;
  /** How many registered were written to. */
  told: number;
}

function dropDate(actor: Actor, row: { id: string; ownerId: string; state: string }): number {
  const subject = authorize(actor, "workshop.plan", row);
  if (row.state !== "draft") return cancelWorkshop(actor, subject, undefined).told;
  deleteDraft(actor, subject);
  return 0;
}

/** Puts every draft of a series that lies ahead on the programme. */
export function publishSeries(actor: Actor, workshop: Workshop): { count: number } {
  const command = { name: "workshop.publishSeries", id: workshop.id, input: null, ownerId: workshop.ownerId, isOnce: false };
  return run(actor, command, () => {
    const row = getWorkshop(actor, workshop.id, "workshop.plan");
    const drafts = listFollowing(row.seriesId, 0).filter((one) => one.state === "draft");
    for (const one of drafts) publishWorkshop(actor, authorize(actor, "workshop.plan", one));
    return { count: drafts.length };
  });
}

/** A draft like a workshop that exists, on another day; nobody is registered in it. */
export function copyWorkshop(actor: Actor, workshop: Workshop, given: { id: string; on: string }): { id: string } {
  const row = getWorkshop(actor, workshop.id, "workshop.plan");
  const office = authorize(actor, "workshop.plan", { id: row.ownerId, ownerId: row.ownerId, zone: row.zone });
  const typed = typedFromSaved(row);
  const values = { ...typed.values, id: given.id, version: "", sharesUntil: "", equipmentAnyway: "on" };
  const form = parseFields(fieldsOf({ ...typed, values }), workshopSchema, actor.locale);
  if (!form.isValid) throw new RuleError("invalid");
  return planWorkshop(actor, office, { input: freshQuestions(moved(form.value, daysBetween(row.heldOn, given.on)), true) });
}

/** Each workshop has its own questions: copied ones get ids of their own. */
const freshQuestions = (input: WorkshopInput, isCopy: boolean): WorkshopInput =>
  isCopy ? { ...input, questions: (input.questions ?? []).map((one) => ({ ...one, id: newId() })) } : input;
