import { eq, inArray, sql } from "drizzle-orm";
import { db } from "~/db/client.server";
import { users } from "~/db/schema/accounts.server";
import { sessionParticipants } from "~/db/schema/coaching.server";
import { organisations } from "~/db/schema/organisations.server";
import { providers } from "~/db/schema/providers.server";
import { findStepOfSession } from "~/features/action-plans/session-steps.commands.server";
import { clockOf } from "~/lib/clock-time.server";
import type { SessionRow } from "./facts.server";
import { type Related, readRelated } from "./related.server";
import { newPerson, type TypedPerson, type TypedSession } from "./typed";

type Kept = Omit<SessionRow, "deletedAt" | "createdAt" | "createdById" | "importId" | "isCounted">;

/** A saved session as its form holds it, with its step; for a correction, a copy, a comparison. */
export function typedFromSaved(session: Kept): TypedSession {
  const typed = typedFromRow(session, readRelated(session.id));
  const step = findStepOfSession(session.id);
  if (!step) return typed;
  const due: Record<string, string> = step.dueOn ? { nextStepDue: "date", nextStepDate: step.dueOn } : { nextStepDue: "none" };
  return { ...typed, values: { ...typed.values, nextStep: step.title, nextStepBy: step.doneBy, ...due } };
}

/** The same from a row and what hung on it: also as they were before a correction. */
export function typedFromRow(session: Kept, related: Related): TypedSession {
  const texts = {
    id: session.id,
    ownerId: session.ownerId,
    version: String(session.version),
    title: session.title,
    heldOn: session.heldOn,
    hour: session.startsAt === null ? null : clockOf(session.startsAt, session.zone),
    duration: String(session.durationMinutes),
    channel: session.channel,
    theme: session.theme,
    note: session.note,
    privateNote: session.privateNote,
    preparation: numberText(session.preparationMinutes),
    travel: numberText(session.travelMinutes),
    travelKilometres: numberText(session.travelKilometres),
    headCount: numberText(session.headCount),
    funderId: session.funderId ?? "none",
  };
  const values: Record<string, string> = {};
  for (const [name, text] of Object.entries(texts)) if (text) values[name] = text;
  return {
    values,
    people: peopleOf(related.participants),
    lists: {
      subThemes: session.subThemes,
      establishments: related.establishments,
      facilitators: related.facilitators.filter((id) => id !== session.facilitatorId),
      resources: related.resources,
      tags: related.tags,
    },
  };
}

const numberText = (value: number): string | null => (value === 0 ? null : String(value));

type Participant = Related["participants"][number];

function peopleOf(rows: readonly Participant[]): TypedPerson[] {
  const people = new Map<string, TypedPerson>();
  for (const row of rows) {
    const key = keyOf(row);
    const one = people.get(key) ?? { ...newPerson(key), presence: row.presence };
    people.set(key, one);
    if (row.contactId) one.contacts.push(row.contactId);
    else if (row.providerId && row.name) one.others = [one.others, row.name].filter(Boolean).join(", ");
  }
  return [...people.values()];
}

function keyOf(row: Participant): string {
  if (row.providerId) return `provider/${row.providerId}`;
  if (row.userId) return `user/${row.userId}`;
  if (row.organisationId) return `organisation/${row.organisationId}`;
  return `name/${row.name ?? ""}`;
}

/** The names of a session's people by key, those of businesses and colleagues who have left included. */
export function readKnownNames(sessionId: string): Map<string, string> {
  const { providerId, userId, organisationId } = sessionParticipants;
  const rows = db()
    .select({
      providerId,
      userId,
      organisationId,
      name: sql<string>`coalesce(${providers.name}, ${users.name}, ${organisations.name}, '')`,
    })
    .from(sessionParticipants)
    .leftJoin(providers, eq(providers.id, providerId))
    .leftJoin(users, eq(users.id, userId))
    .leftJoin(organisations, eq(organisations.id, organisationId))
    .where(eq(sessionParticipants.sessionId, sessionId))
    .all();
  return new Map(rows.map((row) => [keyOf({ ...row, id: "", sessionId, contactId: null, presence: "present" }), row.name]));
}

/** Names of users by id, for who corrected and who held a session. */
export function readUserNames(ids: readonly string[]): Map<string, string> {
  if (ids.length === 0) return new Map();
  const rows = db()
    .select({ id: users.id, name: users.name })
    .from(users)
    .where(inArray(users.id, [...ids]))
    .all();
  return new Map(rows.map((row) => [row.id, row.name]));
}
