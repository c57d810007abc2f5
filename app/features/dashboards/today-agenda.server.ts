import type { Actor } from "~/access/actor";
import { canSomewhere } from "~/access/can";
import { type Appointment, listOwnNext, listToLog } from "~/features/agenda/appointments.queries.server";
import { countUndelivered } from "~/features/notifications/sent.queries.server";
import { describeOpenRequests } from "~/features/own-data/requests.queries.server";
import { countOpenProposals } from "~/features/providers/proposals.queries.server";
import { formatDay, formatInstant } from "~/i18n/format";
import { translator } from "~/i18n/translate";
import { now } from "~/lib/clock";
import { paths } from "~/paths";
import type { TodayLine } from "./components/today-page";

const daysAhead = 7;

/** The appointments of the coming week, those that wait to be logged, and what providers asked of their own data. */
export function describeAgendaToday(actor: Actor) {
  const plans = canSomewhere(actor, "agenda.plan");
  return {
    next: plans ? listOwnNext(actor, daysAhead).map((row) => appointmentLine(actor, row)) : [],
    toLog: plans ? listToLog(actor, true).map((row) => appointmentLine(actor, row)) : [],
    requests: requestLines(actor),
  };
}

function appointmentLine(actor: Actor, row: Appointment): TodayLine {
  const t = translator(actor.locale);
  const when = formatInstant(actor.locale, row.startsAt, row.zone);
  return {
    id: row.id,
    to: paths.appointment(row.id),
    title: row.provider,
    context: [when, t(`coaching:channels.${row.channel}`), row.subject ?? ""].filter(Boolean).join(" · "),
  };
}

function requestLines(actor: Actor): TodayLine[] {
  const t = translator(actor.locale);
  const corrections = countOpenProposals(actor);
  const { count, dueOn } = describeOpenRequests(actor);
  const lines = [
    { id: "proposals", count: corrections, title: t("today:proposals", { count: corrections }), context: "" },
    {
      id: "requests",
      count,
      title: t("today:dataRequests", { count }),
      context: dueOn ? t("today:answerBy", { day: formatDay(actor.locale, dueOn) }) : "",
    },
  ];
  const waiting = lines.filter((line) => line.count > 0);
  return [...waiting.map(({ id, title, context }) => ({ id, title, context, to: paths.requests() })), ...mailLines(actor)];
}

/** Mails of the last two weeks that somebody may be waiting for. */
function mailLines(actor: Actor): TodayLine[] {
  const t = translator(actor.locale);
  const count = countUndelivered(actor, now() - 14 * 86_400_000);
  if (count === 0) return [];
  return [{ id: "mails", title: t("notices:sent.undelivered", { count }), context: "", to: paths.mails({ view: "failed" }) }];
}
