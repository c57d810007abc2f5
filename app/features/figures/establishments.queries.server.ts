import { and, asc, eq, gt, inArray, isNull, or, sql } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import { scope } from "~/access/scopes.server";
import { db } from "~/db/client.server";
import { coachingSessions, sessionEstablishments, sessionParticipants } from "~/db/schema/coaching.server";
import { communes } from "~/db/schema/organisations.server";
import { establishments, providers } from "~/db/schema/providers.server";
import { sessionsIn } from "./facts.queries.server";
import { type FigureAsked, officesOfFigures } from "./queries.server";

const pageSize = 50;

/** The establishments ticked in the period's sessions where their provider was present, by name, of those whom the actor may list. */
export function listEstablishmentsReached(actor: Actor, asked: FigureAsked & { after?: string | undefined }) {
  const owners = officesOfFigures(actor, asked.office);
  const at = asked.after?.lastIndexOf("|") ?? -1;
  const [name, id] = [asked.after?.slice(0, at) ?? "", asked.after?.slice(at + 1) ?? ""];
  const isAfter =
    at < 0 ? undefined : or(gt(establishments.name, name), and(eq(establishments.name, name), gt(establishments.id, id)));
  const ticked = db()
    .select({
      id: sessionEstablishments.establishmentId,
      sessions: sql<number>`count(DISTINCT ${coachingSessions.id})`.as("sessions"),
    })
    .from(coachingSessions)
    .innerJoin(sessionEstablishments, eq(sessionEstablishments.sessionId, coachingSessions.id))
    .innerJoin(establishments, eq(establishments.id, sessionEstablishments.establishmentId))
    .innerJoin(
      sessionParticipants,
      and(eq(sessionParticipants.sessionId, coachingSessions.id), eq(sessionParticipants.providerId, establishments.providerId)),
    )
    .where(
      and(
        sessionsIn(owners, asked, asked),
        sql`${coachingSessions.kind} <> 'other_work'`,
        eq(sessionParticipants.presence, "present"),
        isNull(establishments.deletedAt),
      ),
    )
    .groupBy(sessionEstablishments.establishmentId)
    .as("ticked");
  const rows = db()
    .select({
      id: establishments.id,
      name: establishments.name,
      kind: establishments.kind,
      commune: communes.name,
      provider: providers.name,
      providerId: providers.id,
      sessions: ticked.sessions,
    })
    .from(ticked)
    .innerJoin(establishments, eq(establishments.id, ticked.id))
    .innerJoin(providers, eq(providers.id, establishments.providerId))
    .leftJoin(communes, eq(communes.inseeCode, establishments.inseeCode))
    .where(and(scope(actor, "provider.list", providers), inArray(providers.ownerId, owners), isAfter))
    .orderBy(asc(establishments.name), asc(establishments.id))
    .limit(pageSize + 1)
    .all();
  const page = rows.slice(0, pageSize);
  const last = page.at(-1);
  return { rows: page, next: rows.length > pageSize && last ? `${last.name}|${last.id}` : undefined };
}
