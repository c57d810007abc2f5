import type { Actor } from "~/access/actor";
import { authorize } from "~/access/authorized";
import { getWorkplace } from "~/features/organisations/queries.server";
import { parseFields } from "~/http/form.server";
import { formatDay, formatInstant } from "~/i18n/format";
import { translator } from "~/i18n/translate";
import { isSchedulePeriod, nextToReport, schedulePeriods } from "./model";
import { changeReaders, scheduleReports, stopSchedule } from "./schedule.commands.server";
import { scheduleSchema } from "./schedule.form";
import {
  findLastMade,
  getSchedule,
  listMailStates,
  listPossibleReaders,
  listReaders,
  listSchedules,
  type Schedule,
} from "./schedule.queries.server";
import { mailIdOf, makerOf } from "./scheduled.server";

/** The schedules in words: what leaves when, to whom, and what became of the last one. */
export function describeSchedules(actor: Actor) {
  const t = translator(actor.locale);
  const office = getWorkplace(actor, "report.schedule");
  const people = listPossibleReaders(office.id).map(({ id, name }) => ({ value: id, label: name }));
  return {
    periods: schedulePeriods.map((value) => ({ value, label: t(`schedules:periods.${value}`) })),
    people,
    schedules: listSchedules(actor).map((schedule) => describeSchedule(actor, schedule)),
  };
}
export type ShownSchedule = ReturnType<typeof describeSchedule>;

function describeSchedule(actor: Actor, schedule: Schedule) {
  const t = translator(actor.locale);
  const readers = listReaders(schedule);
  return {
    id: schedule.id,
    period: schedule.period,
    title: isSchedulePeriod(schedule.period) ? t(`schedules:periods.${schedule.period}`) : schedule.period,
    office: schedule.office,
    readers: readers.map(({ id }) => id),
    names: readers.map(({ name }) => name).join(", "),
    people: listPossibleReaders(schedule.ownerId).map(({ id, name }) => ({ value: id, label: name })),
    next: nextOf(actor, schedule),
    warning: warningOf(actor, schedule, readers.length),
    last: lastOf(actor, schedule, readers),
  };
}

function nextOf({ locale }: Actor, { period, madeUntil, seasonWeeks }: Schedule): string {
  const t = translator(locale);
  const days = isSchedulePeriod(period) ? nextToReport(period, madeUntil, seasonWeeks) : undefined;
  if (!days) return t("schedules:noSeason");
  return t("schedules:next", { from: formatDay(locale, days.from), to: formatDay(locale, days.to) });
}

function warningOf({ locale }: Actor, schedule: Schedule, readers: number): string {
  const t = translator(locale);
  if (!makerOf(schedule)) return t("schedules:noMaker");
  return readers === 0 ? t("schedules:noReader") : "";
}

function lastOf({ locale }: Actor, schedule: Schedule, readers: readonly { id: string; name: string }[]) {
  const t = translator(locale);
  const made = findLastMade(schedule.id);
  if (!made) return undefined;
  const at = formatInstant(locale, made.createdAt, schedule.zone);
  const ids = readers.map(({ id }) => mailIdOf({ reportId: made.id, userId: id }));
  const states = listMailStates(ids);
  return {
    id: made.id,
    text: t("schedules:last", { title: made.title, at }),
    mails: readers.map(({ id, name }, place) => {
      const mail = states.find((one) => one.id === ids[place]);
      const sent = mail?.sentAt ? formatInstant(locale, mail.sentAt, schedule.zone) : "";
      const text = t(`schedules:states.${mail?.state ?? "none"}`, { name, at: sent, why: mail?.error ?? "" });
      return { id, text, isWrong: mail?.state === "failed" || mail?.state === "uncertain" };
    }),
  };
}

/** What the page's forms ask: done, its words; or refused, with what was typed. */
export function actOnSchedules(actor: Actor, posted: FormData) {
  const t = translator(actor.locale);
  const intent = String(posted.get("intent") ?? "");
  if (intent === "stop") {
    stopSchedule(actor, authorize(actor, "report.schedule", getSchedule(actor, String(posted.get("id") ?? ""))));
    return { said: t("schedules:stopped"), reply: undefined };
  }
  const form = parseFields(posted, scheduleSchema, actor.locale);
  if (!form.isValid) return { said: "", reply: form.reply };
  if (intent === "change") {
    changeReaders(actor, authorize(actor, "report.schedule", getSchedule(actor, form.value.id)), form.value);
    return { said: t("schedules:changed"), reply: undefined };
  }
  const office = getWorkplace(actor, "report.schedule");
  scheduleReports(actor, authorize(actor, "report.schedule", { ...office, ownerId: office.id }), form.value);
  return { said: t("schedules:added"), reply: undefined };
}
