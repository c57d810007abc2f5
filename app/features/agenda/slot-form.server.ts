import type { Actor } from "~/access/actor";
import { can } from "~/access/can";
import { todayOf } from "~/features/organisations/zone.queries.server";
import { formatDay, formatDuration, formatWeekdays } from "~/i18n/format";
import { textsOf, translator } from "~/i18n/translate";
import { sessionChannels } from "~/lib/vocabulary";
import { paths } from "~/paths";
import type { FieldSpec } from "~/ui/record-form";
import type { Slot } from "./openings.server";
import { listSlots } from "./slots.queries.server";

/** The open hours of the actor's offices, in words. */
export function describeSlots(actor: Actor) {
  const t = translator(actor.locale);
  const every = textsOf(actor.locale, "agenda").agenda.slots.every;
  return listSlots(actor).map(({ slot, facilitator }) => ({
    id: slot.id,
    title: t("agenda:slots.line", {
      weekday: formatWeekdays(actor.locale, [slot.weekday]),
      from: slot.opensAt,
      to: slot.closesAt,
      rhythm: rhythmOf(every, slot.everyWeeks),
    }),
    facts: [
      facilitator,
      t("agenda:slots.facts", {
        duration: formatDuration(slot.durationMinutes),
        channel: t(`coaching:channels.${slot.channel}`),
      }),
      slot.place,
      slot.toOn ? t("agenda:slots.until", { day: formatDay(actor.locale, slot.toOn) }) : "",
    ]
      .filter(Boolean)
      .join(" · "),
    who: slot.isForProviders ? t("agenda:slots.forProviders") : t("agenda:slots.forOffice"),
    to: can(actor, "slot.edit", slot) ? paths.slot(slot.id) : null,
  }));
}

const rhythmOf = (every: Record<string, string>, weeks: number): string => every[String(weeks)] ?? "";

const fresh = {
  weekday: 2,
  opensAt: "09:00",
  closesAt: "12:00",
  everyWeeks: 1,
  durationMinutes: 60,
  channel: "office",
  place: "",
  leadHours: 24,
  horizonDays: 60,
  changeHours: 24,
  isForProviders: true,
  toOn: null,
} as const;

/** The fields of open hours, new or saved. */
export function slotFields(actor: Actor, slot: Slot | undefined): FieldSpec[] {
  const { agenda } = textsOf(actor.locale, "agenda");
  const t = agenda.slots;
  const saved = slot ?? { ...fresh, fromOn: todayOf(actor) };
  const weekdays = [1, 2, 3, 4, 5, 6, 7].map((day) => ({ value: String(day), label: formatWeekdays(actor.locale, [day]) }));
  const rhythms = Object.entries(t.every).map(([value, label]) => ({ value, label }));
  const channels = sessionChannels.map((one) => ({ value: one, label: translator(actor.locale)(`coaching:channels.${one}`) }));
  const number = (name: "leadHours" | "horizonDays" | "changeHours"): FieldSpec => ({
    ...{ name, label: t[name], control: "number", value: String(saved[name]), isRequired: true },
  });
  return [
    { name: "weekday", label: t.weekday, control: "select", value: String(saved.weekday), options: weekdays, isRequired: true },
    { name: "opensAt", label: t.opensAt, control: "time", value: saved.opensAt, isRequired: true },
    { name: "closesAt", label: t.closesAt, control: "time", value: saved.closesAt, isRequired: true },
    {
      name: "everyWeeks",
      label: t.everyWeeks,
      control: "select",
      value: String(saved.everyWeeks),
      options: rhythms,
      isRequired: true,
    },
    {
      ...{ name: "duration", label: t.duration, control: "text", hint: agenda.form.durationHint },
      ...{ value: String(saved.durationMinutes), isRequired: true },
    },
    { name: "channel", label: t.channel, control: "select", value: saved.channel, options: channels, isRequired: true },
    { name: "place", label: t.place, control: "text", value: saved.place },
    { name: "isForProviders", label: t.isForProviders, control: "check", value: saved.isForProviders ? "on" : "" },
    number("leadHours"),
    number("horizonDays"),
    number("changeHours"),
    { name: "fromOn", label: t.fromOn, control: "date", value: saved.fromOn, isRequired: true },
    { name: "toOn", label: t.toOn, control: "date", value: saved.toOn ?? "" },
  ];
}
