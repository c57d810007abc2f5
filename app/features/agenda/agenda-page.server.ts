import { z } from "zod";
import type { Actor } from "~/access/actor";
import { canSomewhere } from "~/access/can";
import { todayOf } from "~/features/organisations/zone.queries.server";
import { describeNotes } from "~/features/workshops/periods.queries.server";
import { formatDay } from "~/i18n/format";
import { textsOf, translator } from "~/i18n/translate";
import { now } from "~/lib/clock";
import { isDay } from "~/lib/dates";
import { NotFoundError } from "~/lib/errors";
import { paths, type Query } from "~/paths";
import { listToLog } from "./appointments.queries.server";
import { listAgendaPeople, listEvents } from "./events.queries.server";
import { gridEvents } from "./grid.server";
import { describeDays } from "./lines.server";
import { daysOf, views } from "./model";
import { describeToLog } from "./to-log.server";

export const agendaQuery = z.object({
  view: z.enum(views).default("list"),
  day: z.string().refine(isDay).optional(),
  /** `me`, `team`, or a person. */
  who: z.string().max(60).optional(),
});
type AgendaQuery = z.output<typeof agendaQuery>;

/** The agenda page: the days asked for, whose they are, what is over and waits to be logged. */
export function describeAgenda(actor: Actor, query: AgendaQuery) {
  if (!canSomewhere(actor, "agenda.view")) throw new NotFoundError("agenda");
  const at = now();
  const today = todayOf(actor);
  const { view, day = today } = query;
  const people = listAgendaPeople(actor);
  const isAlone = people.some((one) => one.id === actor.userId);
  const who = query.who ?? (isAlone ? "me" : "team");
  const shown = people.filter((one) => who === "team" || one.id === (who === "me" ? actor.userId : who));
  const days = daysOf(view, day);
  const events = listEvents(actor, { ...days, people: shown }, at);
  const mayPlan = canSomewhere(actor, "agenda.plan");
  return {
    view,
    day,
    who,
    isTeam: shown.length > 1,
    context: contextOf(actor, days),
    notes: describeNotes(actor, days),
    days: describeDays(actor, events),
    grid: view === "list" ? null : { ...gridEvents(actor, events, shown.length > 1), view, day, who },
    toLog: mayPlan ? describeToLog(actor, listToLog(actor, who !== "team")) : [],
    choices: peopleChoices(actor, people, isAlone),
    links: linksOf({ view, day, who, today }, days),
    permissions: { plan: mayPlan, workload: canSomewhere(actor, "workload.view") },
  };
}

function contextOf(actor: Actor, { from, to }: { from: string; to: string }): string {
  const from_ = formatDay(actor.locale, from, "long");
  if (from === to) return from_;
  return translator(actor.locale)("agenda:context", {
    from: formatDay(actor.locale, from, "spoken"),
    to: formatDay(actor.locale, to, "long"),
  });
}

function peopleChoices(actor: Actor, people: readonly { id: string; name: string }[], isAlone: boolean) {
  const t = textsOf(actor.locale, "agenda").agenda;
  const others = people.filter((one) => one.id !== actor.userId).map((one) => ({ value: one.id, label: one.name }));
  const me = isAlone ? [{ value: "me", label: t.me }] : [];
  return [...me, { value: "team", label: t.team }, ...others];
}

function linksOf(
  asked: Query & { view: string; day: string; who: string; today: string },
  days: { before: string; after: string },
) {
  const { view, day, who, today } = asked;
  const at = (one: string) => paths.agenda({ view, day: one, who });
  return {
    views: views.map((one) => ({ view: one, to: paths.agenda({ view: one, day, who }), isCurrent: one === view })),
    before: at(days.before),
    today: at(today),
    after: at(days.after),
  };
}
