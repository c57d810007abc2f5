import { and, eq, inArray, isNull } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import { db } from "~/db/client.server";
import {
  equipment,
  workshopEquipment,
  workshopFacilitators,
  workshopQuestions,
  workshopResources,
  workshopShares,
  workshops,
} from "~/db/schema/workshops.server";
import { listNeighbours, listStaff } from "~/features/coaching/people.queries.server";
import { listResourcesById } from "~/features/resources/queries.server";
import { translator } from "~/i18n/translate";
import { instantOf } from "~/lib/clock-time.server";
import { RuleError } from "~/lib/errors";
import { findShortages } from "./equipment.queries.server";
import type { WorkshopInput } from "./form";
import { listParts } from "./queries.server";

interface Place {
  workshopId: string;
  office: { id: string; zone: string };
  isNew: boolean;
}

/** Writes what hangs on a workshop; every id of the form is read again. Throws RuleError `unknownPerson`, `unknownChoice`, `unknownOffice`, `sharesOverCapacity`. */
export function writeRelated(actor: Actor, place: Place, input: WorkshopInput): void {
  writeFacilitators(actor, place, input);
  writeResources(actor, place, input);
  writeEquipment(actor, place, input);
  writeShares(place, input);
  writeQuestions(place, input);
}

function writeFacilitators(actor: Actor, { workshopId, office, isNew }: Place, input: WorkshopInput): void {
  const before = db().select().from(workshopFacilitators).where(eq(workshopFacilitators.workshopId, workshopId)).all();
  const staff = new Set(listStaff(office, "workshop.plan").map((one) => one.id));
  const kept = before.map((one) => one.userId);
  const asked = [...new Set(input.facilitators ?? [])];
  const allowed = new Set([...staff, ...kept, actor.userId]);
  if (asked.some((id) => !allowed.has(id))) throw new RuleError("unknownPerson", {}, "facilitators");
  const chosen = asked.length === 0 ? (isNew ? [actor.userId] : kept) : asked;
  db().delete(workshopFacilitators).where(eq(workshopFacilitators.workshopId, workshopId)).run();
  for (const userId of chosen) db().insert(workshopFacilitators).values({ workshopId, userId }).run();
}

function writeResources(actor: Actor, { workshopId }: Place, input: WorkshopInput): void {
  const before = new Set(input.resourcesBefore ?? []);
  const asked = [...new Set([...before, ...(input.resourcesAfter ?? [])])];
  const known = new Set(listResourcesById(actor, asked).map((one) => one.id));
  if (asked.some((id) => !known.has(id))) throw new RuleError("unknownResource", {}, "resourcesAfter");
  db().delete(workshopResources).where(eq(workshopResources.workshopId, workshopId)).run();
  for (const resourceId of asked) {
    const moment = before.has(resourceId) ? ("before" as const) : ("after" as const);
    db().insert(workshopResources).values({ workshopId, resourceId, moment }).run();
  }
}

function writeEquipment(actor: Actor, { workshopId, office }: Place, input: WorkshopInput): void {
  const asked = pairsOf(input.equipment);
  const known = db()
    .select({ id: equipment.id })
    .from(equipment)
    .where(and(eq(equipment.ownerId, office.id), isNull(equipment.endedAt), inArray(equipment.id, [...asked.keys(), ""])))
    .all();
  if (known.length !== asked.size) throw new RuleError("unknownChoice", {}, "equipment");
  if (input.equipmentAnyway !== "on") refuseShortage(actor, workshopId, asked);
  db().delete(workshopEquipment).where(eq(workshopEquipment.workshopId, workshopId)).run();
  for (const [equipmentId, quantity] of asked) db().insert(workshopEquipment).values({ workshopId, equipmentId, quantity }).run();
}

/** What is not free while the workshop lasts is said before anything is written, and may be reserved all the same. */
function refuseShortage(actor: Actor, workshopId: string, wanted: ReadonlyMap<string, number>): void {
  const shortages = findShortages({ exceptId: workshopId, parts: listParts(workshopId), wanted });
  if (shortages.length === 0) return;
  const t = translator(actor.locale);
  const lines = shortages.map(({ titles, ...one }) =>
    t(titles.length > 0 ? "workshopOffice:shortBy" : "workshopOffice:short", { ...one, titles: titles.join(", ") }),
  );
  throw new RuleError("equipmentTaken", { lines: lines.join(" ") }, "equipment");
}

/** Seats kept for offices until a day; they can never be more than there are. */
function writeShares({ workshopId, office }: Place, input: WorkshopInput): void {
  const asked = pairsOf(input.shares);
  const known = new Set(listNeighbours(office).map((one) => one.id));
  if ([...asked.keys()].some((id) => !known.has(id))) throw new RuleError("unknownOffice", {}, "shares");
  const total = [...asked.values()].reduce((sum, seats) => sum + seats, 0);
  if (input.capacity !== undefined && total > input.capacity) throw new RuleError("sharesOverCapacity", {}, "shares");
  db().delete(workshopShares).where(eq(workshopShares.workshopId, workshopId)).run();
  for (const [organisationId, seats] of asked) db().insert(workshopShares).values({ workshopId, organisationId, seats }).run();
  const sharesUntil = asked.size === 0 ? null : endOfShares(workshopId, office.zone, input.sharesUntil);
  db().update(workshops).set({ sharesUntil }).where(eq(workshops.id, workshopId)).run();
}

/** Noon of the day named; the start where none is. */
function endOfShares(workshopId: string, zone: string, until: string | undefined): number | null {
  if (until) return instantOf(until, "12:00", zone)?.instant ?? null;
  return db().select({ at: workshops.startsAt }).from(workshops).where(eq(workshops.id, workshopId)).get()?.at ?? null;
}

function writeQuestions({ workshopId }: Place, input: WorkshopInput): void {
  db().delete(workshopQuestions).where(eq(workshopQuestions.workshopId, workshopId)).run();
  const asked = (input.questions ?? []).filter((one) => one.label);
  for (const [position, one] of asked.entries()) {
    const choices = one.kind === "choice" ? linesOf(one.choices ?? "") : [];
    if (one.kind === "choice" && choices.length < 2) throw new RuleError("choicesMissing", {}, "questions");
    db()
      .insert(workshopQuestions)
      .values({
        id: one.id,
        workshopId,
        position,
        label: one.label ?? "",
        kind: one.kind,
        choices,
        isRequired: one.isRequired === "on",
      })
      .run();
  }
}

const linesOf = (text: string): string[] => [
  ...new Set(
    text
      .split("\n")
      .map((line) => line.trim())
      .filter(Boolean),
  ),
];

/** `id:number` texts as pairs; noughts and what is no number are left out. */
function pairsOf(texts: readonly string[] | undefined): Map<string, number> {
  const pairs = (texts ?? []).map((text): [string, number] => {
    const [id = "", number = ""] = text.split(":");
    return [id, Number(number)];
  });
  return new Map(pairs.filter(([id, number]) => id !== "" && Number.isInteger(number) && number > 0));
}
