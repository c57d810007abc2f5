import { and, asc, desc, eq, inArray, isNull, or } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import { scope } from "~/access/scopes.server";
import { db } from "~/db/client.server";
import { actionLinks, actions } from "~/db/schema/action-plans.server";
import { coachingSessions, sessionParticipants } from "~/db/schema/coaching.server";
import { providers } from "~/db/schema/providers.server";
import { workshops } from "~/db/schema/workshops.server";
import type { WorkshopState } from "~/lib/vocabulary";
import { visible } from "./queries.server";

/** What an action may be tied to beside a resource. */
export type TiedKind = "session" | "workshop";

interface Tied {
  id: string;
  kind: TiedKind;
  title: string | null;
  heldOn: string;
  /** The one that the action came from: it stays. */
  isOrigin: boolean;
}

interface Action {
  id: string;
  ownerId: string;
  providerId: string;
  sessionId: string | null;
  workshopId: string | null;
}

/** The sessions and workshops of an action in the actor's scope, by day: the one that it came from, and those tied to it. */
export function listTied(actor: Actor, action: Action): Tied[] {
  const ids = listTargets(action.id);
  const [sessions, held] = [
    [...ids, action.sessionId ?? ""],
    [...ids, action.workshopId ?? ""],
  ];
  const ofSessions = db()
    .select({ id: coachingSessions.id, title: coachingSessions.title, heldOn: coachingSessions.heldOn })
    .from(coachingSessions)
    .where(
      and(
        scope(actor, "coaching.list", coachingSessions),
        inArray(coachingSessions.id, sessions),
        isNull(coachingSessions.deletedAt),
      ),
    )
    .limit(50)
    .all();
  const ofWorkshops = db()
    .select({ id: workshops.id, title: workshops.title, heldOn: workshops.heldOn })
    .from(workshops)
    .where(and(scope(actor, "workshop.view", workshops), inArray(workshops.id, held)))
    .limit(50)
    .all();
  return [
    ...ofSessions.map((row) => ({ ...row, kind: "session" as const, isOrigin: row.id === action.sessionId })),
    ...ofWorkshops.map((row) => ({ ...row, kind: "workshop" as const, isOrigin: row.id === action.workshopId })),
  ].sort((a, b) => a.heldOn.localeCompare(b.heldOn));
}

/** What else the action may be tied to: the provider's last sessions, the office's announced workshops, the last first; at most 20 of each. */
export function listTieable(actor: Actor, action: Action): Omit<Tied, "isOrigin">[] {
  const known = new Set([...listTargets(action.id), action.sessionId, action.workshopId]);
  const own = db()
    .select({ id: sessionParticipants.sessionId })
    .from(sessionParticipants)
    .where(eq(sessionParticipants.providerId, action.providerId));
  const sessions = db()
    .select({ id: coachingSessions.id, title: coachingSessions.title, heldOn: coachingSessions.heldOn })
    .from(coachingSessions)
    .where(
      and(scope(actor, "coaching.list", coachingSessions), inArray(coachingSessions.id, own), isNull(coachingSessions.deletedAt)),
    )
    .orderBy(desc(coachingSessions.heldOn), desc(coachingSessions.id))
    .limit(20)
    .all();
  const announced = db()
    .select({ id: workshops.id, title: workshops.title, heldOn: workshops.heldOn })
    .from(workshops)
    .where(
      and(eq(workshops.ownerId, action.ownerId), scope(actor, "workshop.view", workshops), inArray(workshops.state, tieable)),
    )
    .orderBy(desc(workshops.heldOn), desc(workshops.id))
    .limit(20)
    .all();
  return [
    ...sessions.map((row) => ({ ...row, kind: "session" as const })),
    ...announced.map((row) => ({ ...row, kind: "workshop" as const })),
  ].filter((row) => !known.has(row.id));
}

/** A draft reaches nobody, and a cancelled workshop leads nowhere. */
const tieable: WorkshopState[] = ["published", "full", "running", "held"];

/** The actions that came out of a session or workshop, or are tied to it, in the actor's scope; at most 50. */
export function listActionsTiedTo(actor: Actor, kind: TiedKind, targetId: string) {
  const tied = db()
    .select({ id: actionLinks.actionId })
    .from(actionLinks)
    .where(and(eq(actionLinks.kind, kind), eq(actionLinks.targetId, targetId)));
  const origin = kind === "session" ? actions.sessionId : actions.workshopId;
  return db()
    .select({
      id: actions.id,
      ownerId: actions.ownerId,
      providerId: actions.providerId,
      provider: providers.name,
      title: actions.title,
      state: actions.state,
      dueOn: actions.dueOn,
      publishedAt: actions.publishedAt,
    })
    .from(actions)
    .innerJoin(providers, eq(providers.id, actions.providerId))
    .where(
      and(
        scope(actor, "plan.view", actions),
        visible(actor),
        isNull(actions.deletedAt),
        isNull(providers.deletedAt),
        or(eq(origin, targetId), inArray(actions.id, tied)),
      ),
    )
    .orderBy(asc(providers.name), asc(actions.position), asc(actions.id))
    .limit(50)
    .all();
}

/** The workshops ahead or behind that a host's step goes with, announced ones alone; at most 5. */
export function listWorkshopsOfStep(action: { id: string; workshopId: string | null }) {
  return db()
    .select({ id: workshops.id, title: workshops.title, heldOn: workshops.heldOn })
    .from(workshops)
    .where(and(inArray(workshops.id, [...listTargets(action.id), action.workshopId ?? ""]), inArray(workshops.state, tieable)))
    .orderBy(asc(workshops.heldOn))
    .limit(5)
    .all();
}

function listTargets(actionId: string): string[] {
  const rows = db().select({ id: actionLinks.targetId }).from(actionLinks).where(eq(actionLinks.actionId, actionId));
  return rows
    .limit(100)
    .all()
    .map((row) => row.id);
}
