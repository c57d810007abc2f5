import { formatClock, formatDay, formatDuration } from "~/i18n/format";
import { type Locale, translator } from "~/i18n/translate";
import type { OpeningShown } from "./slots.queries.server";

export interface OpeningDay {
  day: string;
  label: string;
  openings: { value: string; hour: string; context: string }[];
}

/** Open hours by day, in words. */
export function describeOpenings(locale: Locale, openings: readonly OpeningShown[]): OpeningDay[] {
  const t = translator(locale);
  const days = new Map<string, OpeningDay>();
  for (const one of openings) {
    const found = days.get(one.heldOn) ?? { day: one.heldOn, label: formatDay(locale, one.heldOn, "long"), openings: [] };
    const { channel, durationMinutes, place } = one.slot;
    const context = [formatDuration(durationMinutes), t(`coaching:channels.${channel}`), place, one.facilitator];
    found.openings.push({
      value: `${one.slotId}/${one.startsAt}`,
      hour: formatClock(locale, one.startsAt, one.zone),
      context: context.filter(Boolean).join(", "),
    });
    days.set(one.heldOn, found);
  }
  return [...days.values()];
}
