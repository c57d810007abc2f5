import { and, asc, between, eq, gt, gte, inArray, isNotNull, isNull, lt, or, type SQL, sql } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import { scope } from "~/access/scopes.server";
import { db } from "~/db/client.server";
import { actions } from "~/db/schema/action-plans.server";
import { providers } from "~/db/schema/providers.server";
import { addDays } from "~/lib/dates";
import { openActionStates } from "~/lib/vocabulary";
import { type ActionSet, type RowsPage, rowsOnPage } from "./model";
import type { Period } from "./period.model";
import { type FigureAsked, officesOfFigures } from "./queries.server";

/** What is asked of the plans; `asOf` is the last day of the period, or today when that is nearer. */
export interface PlansAsked extends FigureAsked {
  asOf: string;
}

/** Plan actions of the period: created and done in it (and in the days compared with), open and late on its last day (or today). */
export function getPlanTotals(actor: Actor, asked: PlansAsked, before: Period = asked) {
  const count = (set: ActionSet, days: Period = asked) => sql<number>`coalesce(sum(${inSet({ ...asked, ...days }, set)}), 0)`;
  const row = db()
    .select({
      created: count("created"),
      done: count("done"),
      open: count("open"),
      late: count("late"),
      createdBefore: count("created", before),
      doneBefore: count("done", before),
    })
    .from(actions)
    .innerJoin(providers, eq(providers.id, actions.providerId))
    .where(counted(officesOfFigures(actor, asked.office), asked))
    .get();
  return row ?? { created: 0, done: 0, open: 0, late: 0, createdBefore: 0, doneBefore: 0 };
}

/** Plan actions created and done, by month. */
export function listPlanMonths(actor: Actor, asked: PlansAsked) {
  const owners = officesOfFigures(actor, asked.office);
  const monthOf = {
    created: sql<string>`strftime('%Y-%m', ${actions.createdAt} / 1000, 'unixepoch')`,
    done: sql<string>`substr(${actions.doneOn}, 1, 7)`,
  };
  const count = (set: "created" | "done") =>
    db()
      .select({ month: monthOf[set], count: sql<number>`count(*)` })
      .from(actions)
      .innerJoin(providers, eq(providers.id, actions.providerId))
      .where(and(counted(owners, asked), inSet(asked, set)))
      .groupBy(monthOf[set])
      .all();
  return { created: count("created"), done: count("done") };
}

/** Median days from an action's publication to the day it was done, of the `done` of the period; null for none. */
export function getMedianDays(actor: Actor, asked: PlansAsked, done: number): number | null {
  if (done === 0) return null;
  const days = sql<number>`max(0, julianday(${actions.doneOn}) - julianday(date(${actions.publishedAt} / 1000, 'unixepoch')))`;
  const rows = db()
    .select({ days })
    .from(actions)
    .innerJoin(providers, eq(providers.id, actions.providerId))
    .where(and(counted(officesOfFigures(actor, asked.office), asked), inSet(asked, "done")))
    .orderBy(asc(days))
    .limit(2 - (done % 2))
    .offset(Math.floor((done - 1) / 2))
    .all();
  return rows.length === 0 ? null : rows.reduce((total, row) => total + row.days, 0) / rows.length;
}

/** The actions behind one of these figures, the earliest due first, within the plans that the actor may see. */
export function listPlanActions(actor: Actor, { size = rowsOnPage, ...asked }: PlansAsked & RowsPage & { set: ActionSet }) {
  const owners = officesOfFigures(actor, asked.office);
  const due = sql<string>`coalesce(${actions.dueOn}, '9999-12-31')`;
  const [dueOn, id] = asked.after?.split("|") ?? [];
  const rows = db()
    .select({
      id: actions.id,
      title: actions.title,
      theme: actions.theme,
      state: actions.state,
      dueOn: actions.dueOn,
      doneOn: actions.doneOn,
      providerId: actions.providerId,
      provider: providers.name,
      due,
    })
    .from(actions)
    .innerJoin(providers, eq(providers.id, actions.providerId))
    .where(
      and(
        scope(actor, "plan.view", { ownerId: actions.ownerId }),
        counted(owners, asked),
        inSet(asked, asked.set),
        dueOn && id ? or(gt(due, dueOn), and(eq(due, dueOn), gt(actions.id, id))) : undefined,
      ),
    )
    .orderBy(asc(due), asc(actions.id))
    .limit(size + 1)
    .all();
  const page = rows.slice(0, size);
  const last = page.at(-1);
  return { rows: page, next: rows.length > size && last ? `${last.due}|${last.id}` : undefined };
}

/** An action's day of creation is read in universal time: a few minutes around midnight may fall on the day before. */
function inSet({ from, to, asOf }: PlansAsked, set: ActionSet): SQL | undefined {
  if (set === "created") return and(gte(actions.createdAt, instantOf(from)), lt(actions.createdAt, instantOf(addDays(to, 1))));
  if (set === "done") return and(eq(actions.state, "done"), between(actions.doneOn, from, to));
  const stillOpen = or(inArray(actions.state, [...openActionStates]), and(eq(actions.state, "done"), gt(actions.doneOn, asOf)));
  const open = and(lt(actions.createdAt, instantOf(addDays(asOf, 1))), stillOpen);
  return set === "open" ? open : and(open, isNotNull(actions.dueOn), lt(actions.dueOn, asOf));
}

function counted(owners: readonly string[], asked: PlansAsked): SQL | undefined {
  return and(
    inArray(actions.ownerId, [...owners]),
    isNull(actions.deletedAt),
    isNotNull(actions.publishedAt),
    isNull(providers.deletedAt),
    asked.theme ? eq(actions.theme, asked.theme) : undefined,
    asked.facilitator ? eq(actions.createdById, asked.facilitator) : undefined,
    asked.providerKind ? eq(providers.kind, asked.providerKind) : undefined,
    asked.commune ? eq(providers.inseeCode, asked.commune) : undefined,
  );
}

const instantOf = (day: string): number => Date.parse(`${day}T00:00:00Z`);
