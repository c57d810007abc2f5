import type { Actor } from "~/access/actor";
import { canSomewhere } from "~/access/can";
import { listOwnMemberships } from "~/features/accounts/hours.queries.server";
import {
  listContactsToCall,
  listQuietPlans,
  listUnreadWords,
  listUnseenAnswers,
} from "~/features/action-plans/news.queries.server";
import { countOwnMinutes } from "~/features/coaching/week.queries.server";
import { countUnread } from "~/features/notifications/news-list.queries.server";
import { listOfficesInSeason } from "~/features/organisations/season.queries.server";
import { listOpenMessages } from "~/features/providers/messages.queries.server";
import { reviewDoor } from "~/features/resources/review.queries.server";
import { formatDay, formatHours } from "~/i18n/format";
import { translator } from "~/i18n/translate";
import { addDays, mondayOf, weekdayOf, weekOf } from "~/lib/dates";
import { formatPhone } from "~/lib/phone";
import { typeset } from "~/lib/typography";
import { paths } from "~/paths";
import type { TodayData, TodayLine } from "./components/today-page";
import { describeAgendaToday } from "./today-agenda.server";

/** « Aujourd’hui » of a facilitator: what changed, what waits, the week's hours; bounded lists. */
export function describeToday(actor: Actor, today: string, at: number): Omit<TodayData, "toComplete" | "recent"> {
  const memberships = listOwnMemberships(actor, today);
  const since = lastWorkingDay(
    memberships.flatMap((one) => one.workingDays),
    today,
  );
  const t = translator(actor.locale);
  return {
    since: t("today:since", { day: formatDay(actor.locale, since, "spoken") }),
    ...describeAgendaToday(actor),
    unread: unreadLink(actor),
    review: reviewDoor(actor, today),
    messages: messageLines(actor),
    news: newsLines(actor, at),
    toContact: quietLines(actor, today, at),
    toCall: callLines(actor),
    hours: describeHours(actor, today, memberships),
  };
}

/** The last day before today on which the actor works; yesterday's weekday rules where no day is given. */
export function lastWorkingDay(workingDays: readonly number[], today: string): string {
  const days = workingDays.length > 0 ? workingDays : [1, 2, 3, 4, 5];
  for (let back = 1; back <= 7; back += 1) {
    const day = addDays(today, -back);
    if (days.includes(weekdayOf(day))) return day;
  }
  return addDays(today, -1);
}

function unreadLink(actor: Actor): TodayData["unread"] {
  const count = countUnread(actor, "office");
  return count > 0 ? { to: paths.news(), text: translator(actor.locale)("notices:news.waiting", { count }) } : undefined;
}

function messageLines(actor: Actor): TodayLine[] {
  const t = translator(actor.locale);
  return listOpenMessages(actor).map((message) => ({
    id: message.id,
    to: message.kind === "colleague" ? paths.providerPlan(message.providerId) : paths.helpRequest(message.id),
    title:
      message.kind === "colleague"
        ? t("today:from", { from: message.from ?? "", name: message.provider })
        : t(`today:${message.kind}`, { name: message.contact ?? message.from ?? message.provider }),
    context: [message.kind === "colleague" ? "" : message.provider, message.text].filter(Boolean).join(" · "),
    ...phoneOf(message.phone),
    ...appointmentOf(actor, message),
    done: {
      action: paths.messageHandling(message.id),
      label: t("today:handle"),
      name: t("today:handleOf", { name: message.provider }),
    },
  }));
}

/** A call-back becomes an appointment in one tap, which handles the message. */
function appointmentOf(actor: Actor, message: ReturnType<typeof listOpenMessages>[number]): Pick<TodayLine, "more"> {
  if (message.kind === "colleague" || !canSomewhere(actor, "agenda.plan")) return {};
  const t = translator(actor.locale);
  const to = paths.newAppointment({ provider: message.providerId, message: message.id });
  return { more: { to, label: t("today:appointment"), name: t("today:appointmentWith", { name: message.provider }) } };
}

/** One line a plan: its answers and the words of its threads, and one tap to have seen them. */
function newsLines(actor: Actor, at: number): TodayLine[] {
  const t = translator(actor.locale);
  const answers = listUnseenAnswers(actor, at).map((answer) => ({
    ...answer,
    said: [t(`actionPlans:states.${answer.state}`), t("common:quoted", { text: typeset(answer.title) }), answer.comment]
      .filter(Boolean)
      .join(" · "),
  }));
  const words = listUnreadWords(actor).map((word) => ({
    ...word,
    said: t("today:word", { title: typeset(word.title), text: typeset(word.text) }),
  }));
  const plans = new Map<string, TodayLine>();
  for (const { planId, providerId, provider, said } of [...answers, ...words]) {
    const line = plans.get(planId);
    if (line) line.context = `${line.context}\n${said}`;
    else {
      const done = { action: paths.planNews(planId), label: t("today:seen"), name: t("today:seenOf", { name: provider }) };
      plans.set(planId, { id: planId, to: paths.providerPlan(providerId), title: provider, context: said, done });
    }
  }
  return [...plans.values()];
}

function quietLines(actor: Actor, today: string, at: number): TodayLine[] {
  const t = translator(actor.locale);
  const exceptOwners = listOfficesInSeason(actor, weekOf(today));
  return listQuietPlans(actor, at, { exceptOwners }).map((plan) => {
    const weeks = Math.floor((at - plan.since) / (7 * 86_400_000));
    return {
      id: plan.providerId,
      to: paths.providerPlan(plan.providerId),
      title: plan.provider,
      context: [t("today:quiet", { count: weeks }), waiting(actor, plan, today)].join(" · "),
    };
  });
}

function callLines(actor: Actor): TodayLine[] {
  return listContactsToCall(actor).map((contact) => ({
    id: contact.id,
    to: paths.providerPlan(contact.providerId),
    title: contact.name,
    context: [contact.provider, waiting(actor, contact, "")].join(" · "),
    ...phoneOf(contact.phone),
  }));
}

function waiting(actor: Actor, step: { title: string | null; dueOn: string | null }, today: string): string {
  const t = translator(actor.locale);
  const title = typeset(step.title ?? "");
  if (!step.dueOn) return t("today:waiting", { title });
  const day = formatDay(actor.locale, step.dueOn);
  return step.dueOn < today ? t("today:waitingSince", { title, day }) : t("today:waitingFor", { title, day });
}

const phoneOf = (phone: string | null) => (phone ? { phone: { to: `tel:${phone}`, text: formatPhone(phone) } } : {});

/** Minutes of this week, sessions and other work, against the year's hours over 52 weeks. */
function describeHours(actor: Actor, today: string, memberships: readonly { hoursPerYear: number | null }[]): TodayData["hours"] {
  const t = translator(actor.locale);
  const monday = mondayOf(today);
  const used = countOwnMinutes(actor, { from: monday, to: addDays(monday, 6) });
  const granted = Math.round((memberships.reduce((sum, one) => sum + (one.hoursPerYear ?? 0), 0) * 60) / 52);
  if (granted === 0) return { text: t("today:hoursAlone", { used: formatHours(actor.locale, used) }), share: undefined };
  const values = { used: formatHours(actor.locale, used), granted: formatHours(actor.locale, granted) };
  return { text: t("today:hours", values), share: Math.min(1, used / granted) };
}
