import type { Actor } from "~/access/actor";
import { listOrganisationsWhere } from "~/features/organisations/queries.server";
import { isDay } from "~/lib/dates";
import type { WorkshopInput } from "./form";
import { typedFromSaved, workshopChoices } from "./form-data.server";
import { describeHolidays } from "./left-out.server";
import { changedDates } from "./planned-dates.queries.server";
import { withoutFrom } from "./posted.server";
import { countPeople, getWorkshop, type WorkshopWithParts } from "./queries.server";
import type { TypedWorkshop } from "./typed";

/** A workshop's form filled with what is saved, and with the new time of a part that was dragged; throws NotFoundError out of sight. */
export function readEditForm(actor: Actor, workshopId: string, query: URLSearchParams) {
  const row = getWorkshop(actor, workshopId, "workshop.plan");
  const name = listOrganisationsWhere(actor, "workshop.plan").find((one) => one.id === row.ownerId)?.name ?? "";
  const office = { id: row.ownerId, name, zone: row.zone };
  return {
    isInSeries: row.seriesId !== null,
    typed: draggedTo(typedFromSaved(row), row, query),
    isDragged: isDay(query.get("day") ?? ""),
    choices: workshopChoices(actor, office, row.themes[0] ?? ""),
  };
}

/** The dates that a change saves, and those in holidays with whether they were read. Throws what planning throws. */
export function tellHolidays(actor: Actor, workshop: WorkshopWithParts, { input, values }: EditedForm) {
  const scope = { isFollowing: values.scope === "following", without: withoutFrom(values) };
  const { dates, removed, leftOut, kept } = changedDates(workshop, input, scope);
  const people = countPeople(removed.map((row) => row.id));
  const toTell = [...people.values()].reduce((sum, one) => sum + one.seated + one.waiting, 0);
  const holidays = describeHolidays(actor, { leftOut, kept, rest: dates.length, toTell });
  const isRead = holidays === null || holidays.key === values.leftOut;
  return { dates, toldDays: kept.map((one) => one.day), holidays, isRead, scope };
}

interface EditedForm {
  input: WorkshopInput;
  values: Record<string, string>;
}

/** The part that began at `part` on another day or at another hour, as long as it was. */
function draggedTo(typed: TypedWorkshop, row: WorkshopWithParts, query: URLSearchParams): TypedWorkshop {
  const [day, hour] = [query.get("day") ?? "", query.get("hour") ?? ""];
  if (!isDay(day)) return typed;
  const parts = row.parts.map((part, rank) => {
    const saved = typed.parts[rank] ?? { day: "", from: "", to: "" };
    if (String(part.startsAt) !== query.get("part")) return saved;
    if (!/^\d\d:\d\d$/.test(hour)) return { ...saved, day };
    return { day, from: hour, to: laterClock(hour, (part.endsAt - part.startsAt) / 60_000) };
  });
  return { ...typed, parts };
}

/** A clock time so many minutes later, on the same day at most. */
function laterClock(clock: string, minutes: number): string {
  const [hours = 0, past = 0] = clock.split(":").map(Number);
  const sum = Math.min(hours * 60 + past + minutes, 23 * 60 + 59);
  return [Math.floor(sum / 60), sum % 60].map((one) => String(one).padStart(2, "0")).join(":");
}
