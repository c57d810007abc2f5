import { and, asc, eq, inArray, isNull, ne, or, type Placeholder, sql } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import { can } from "~/access/can";
import { askedOffices, inAskedOffices, scope } from "~/access/scopes.server";
import { builtOnce, db } from "~/db/client.server";
import { actionLinks, actions } from "~/db/schema/action-plans.server";
import { formatDay } from "~/i18n/format";
import { translator } from "~/i18n/translate";
import { openActionStates } from "~/lib/vocabulary";
import { paths } from "~/paths";
import { listActionsTiedTo, type TiedKind } from "./action-links.queries.server";

export interface TiedStep {
  id: string;
  title: string;
  /** The provider's name, the state, the day. */
  context: string;
  to: string | null;
}

/** The steps of plans that go with a session or workshop, as its page lists them. */
export function describeTiedSteps(actor: Actor, kind: TiedKind, targetId: string): TiedStep[] {
  const t = translator(actor.locale);
  return listActionsTiedTo(actor, kind, targetId).map((row) => {
    const state = row.publishedAt === null ? t("plans:ties.draft") : t(`actionPlans:states.${row.state}`);
    const due = row.dueOn ? t("actionPlans:due", { day: formatDay(actor.locale, row.dueOn) }) : "";
    const to = can(actor, "plan.edit", row) ? paths.action(row.id) : null;
    return { id: row.id, title: row.title, context: [row.provider, state, due].filter(Boolean).join(" · "), to };
  });
}

/**
 * The steps that a session with these providers may be tied to, in the order of each plan: open ones and those tied to it
 * already; not what came out of that session itself. At most 200.
 */
export function listStepsToTie(actor: Actor, providerIds: readonly string[], sessionId: string) {
  if (providerIds.length === 0) return [];
  return db()
    .select({ id: actions.id, title: actions.title, providerId: actions.providerId })
    .from(actions)
    .where(
      and(
        scope(actor, "plan.edit", actions),
        inArray(actions.providerId, [...providerIds]),
        isNull(actions.deletedAt),
        or(isNull(actions.sessionId), ne(actions.sessionId, sessionId)),
        or(inArray(actions.state, [...openActionStates]), inArray(actions.id, tiedTo(sessionId))),
      ),
    )
    .orderBy(asc(actions.providerId), asc(actions.position), asc(actions.id))
    .limit(200)
    .all();
}

/** The ids of the steps tied to a session, those that it gave left out; in the actor's scope. */
export function listStepsTiedTo(actor: Actor, sessionId: string): string[] {
  const rows = tiedSteps().all({ ...askedOffices(actor, "plan.edit"), session: sessionId });
  return rows.map((row) => row.id);
}

const tiedSteps = builtOnce((orm) => {
  const isTied = inArray(actions.id, tiedTo(sql.placeholder("session")));
  return orm
    .select({ id: actions.id })
    .from(actions)
    .where(and(inAskedOffices(actions.ownerId), isNull(actions.deletedAt), isTied))
    .limit(200)
    .prepare();
});

function tiedTo(sessionId: string | Placeholder) {
  return db()
    .select({ id: actionLinks.actionId })
    .from(actionLinks)
    .where(and(eq(actionLinks.kind, "session"), eq(actionLinks.targetId, sessionId)));
}
