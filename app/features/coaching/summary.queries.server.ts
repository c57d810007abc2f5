import { and, asc, desc, eq, gte, isNotNull, isNull, or } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import { scope } from "~/access/scopes.server";
import { db } from "~/db/client.server";
import { users } from "~/db/schema/accounts.server";
import { actions } from "~/db/schema/action-plans.server";
import { coachingSessions, sessionParticipants, sessionResources, sessionSummaries } from "~/db/schema/coaching.server";
import { organisations } from "~/db/schema/organisations.server";
import { contacts, providers } from "~/db/schema/providers.server";
import { resources } from "~/db/schema/resources.server";
import { mails } from "~/db/schema/work.server";
import { now } from "~/lib/clock";
import { dayIn } from "~/lib/dates";
import type { SessionRow } from "./facts.server";

const sent = { present: eq(sessionParticipants.presence, "present"), there: isNull(contacts.deletedAt) };

/** Contacts of the businesses that were there who can be written to today, the ones who came first. */
export function listSummaryContacts(actor: Actor, session: SessionRow) {
  const { providerId, sessionId, contactId } = sessionParticipants;
  const still = or(isNull(contacts.endsOn), gte(contacts.endsOn, dayIn(session.zone, now())));
  const rows = db()
    .select({
      id: contacts.id,
      name: contacts.name,
      email: contacts.email,
      locale: contacts.locale,
      provider: providers.name,
      providerId: providers.id,
      cameId: contactId,
    })
    .from(sessionParticipants)
    .innerJoin(coachingSessions, eq(coachingSessions.id, sessionId))
    .innerJoin(providers, eq(providers.id, providerId))
    .innerJoin(contacts, eq(contacts.providerId, providers.id))
    .where(
      and(
        scope(actor, "coaching.list", coachingSessions),
        eq(sessionId, session.id),
        sent.present,
        sent.there,
        isNotNull(contacts.email),
        still,
      ),
    )
    .orderBy(asc(providers.name), asc(contacts.name))
    .limit(500)
    .all();
  const came = new Set(rows.map((row) => row.cameId));
  const unique = new Map(rows.map(({ cameId: _came, ...row }) => [row.id, { ...row, isHere: came.has(row.id) }]));
  return [...unique.values()].sort((a, b) => Number(b.isHere) - Number(a.isHere));
}

/** What the summary tells beside the note: steps given, resources, who wrote it. */
export function readSummaryMatter(session: Pick<SessionRow, "id" | "ownerId" | "facilitatorId">) {
  const steps = db()
    .selectDistinct({ title: actions.title, dueOn: actions.dueOn })
    .from(actions)
    .where(and(eq(actions.sessionId, session.id), isNotNull(actions.publishedAt), isNull(actions.deletedAt)))
    .orderBy(asc(actions.dueOn), asc(actions.title))
    .limit(50)
    .all();
  const given = db()
    .select({ title: resources.title, url: resources.url, slug: resources.slug })
    .from(sessionResources)
    .innerJoin(resources, eq(resources.id, sessionResources.resourceId))
    .where(and(eq(sessionResources.sessionId, session.id), isNull(resources.deletedAt)))
    .limit(50)
    .all();
  const author = db().select({ name: users.name }).from(users).where(eq(users.id, session.facilitatorId)).get();
  const office = db().select({ name: organisations.name }).from(organisations).where(eq(organisations.id, session.ownerId)).get();
  return { steps, resources: given, author, office };
}

/** The summaries already sent of a session in the actor's scope, the newest first, with what became of each mail. */
export function listSummaries(actor: Actor, sessionId: string) {
  return db()
    .select({ id: sessionSummaries.id, name: contacts.name, at: sessionSummaries.createdAt, state: mails.state })
    .from(sessionSummaries)
    .innerJoin(coachingSessions, eq(coachingSessions.id, sessionSummaries.sessionId))
    .innerJoin(contacts, eq(contacts.id, sessionSummaries.contactId))
    .leftJoin(mails, eq(mails.id, sessionSummaries.mailId))
    .where(and(scope(actor, "coaching.list", coachingSessions), eq(sessionSummaries.sessionId, sessionId)))
    .orderBy(desc(sessionSummaries.createdAt), asc(contacts.name))
    .limit(100)
    .all();
}
