import { and, eq, inArray, isNull, or } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import { db } from "~/db/client.server";
import {
  sessionEstablishments,
  sessionFacilitators,
  sessionParticipants,
  sessionResources,
  sessionTags,
} from "~/db/schema/coaching.server";
import { resources } from "~/db/schema/resources.server";
import { listProvidersById } from "~/features/providers/queries.server";
import { RuleError } from "~/lib/errors";
import { newId } from "~/lib/ids";
import type { SessionInput } from "./form";
import { participantRows } from "./model";
import { listContactsOf, listEstablishmentsOf, listNeighbours, listStaff } from "./people.queries.server";
import { chosenTags } from "./tags.server";

export interface Place {
  sessionId: string;
  office: { id: string; zone: string };
  /** Whoever logged it: always among its facilitators. */
  facilitatorId: string;
  at: number;
  /** What hung there before a correction: its ids stay allowed, however old. */
  before?: Related;
}

/** What hangs on a session's row, as plain data: kept in its history, and what its form is filled from. */
export function readRelated(id: string) {
  return {
    participants: db().select().from(sessionParticipants).where(eq(sessionParticipants.sessionId, id)).all(),
    establishments: readIds(sessionEstablishments, sessionEstablishments.establishmentId, id),
    facilitators: readIds(sessionFacilitators, sessionFacilitators.userId, id),
    resources: readIds(sessionResources, sessionResources.resourceId, id),
    tags: readIds(sessionTags, sessionTags.tagId, id),
  };
}
export type Related = ReturnType<typeof readRelated>;

type LinkTable = typeof sessionEstablishments | typeof sessionFacilitators | typeof sessionResources | typeof sessionTags;
type LinkColumn =
  | typeof sessionEstablishments.establishmentId
  | typeof sessionFacilitators.userId
  | typeof sessionResources.resourceId
  | typeof sessionTags.tagId;

function readIds(table: LinkTable, column: LinkColumn, sessionId: string): string[] {
  const rows = db().select({ id: column }).from(table).where(eq(table.sessionId, sessionId)).orderBy(column).all();
  return rows.map((row) => row.id);
}

const nothing: Related = { participants: [], establishments: [], facilitators: [], resources: [], tags: [] };

/** Takes off what hangs on a session, before it is written again. */
export function clearRelated(sessionId: string): void {
  for (const table of [sessionParticipants, sessionEstablishments, sessionFacilitators, sessionResources, sessionTags]) {
    db().delete(table).where(eq(table.sessionId, sessionId)).run();
  }
}

/**
 * Writes what hangs on a session. Every id of the form is read again within the office.
 * Throws RuleError `unknownProvider`, `unknownPerson`, `unknownChoice`.
 */
export function writeRelated(actor: Actor, place: Place, input: SessionInput): void {
  const { sessionId } = place;
  const before = place.before ?? nothing;
  const rows = participantRows(input.participants, input.headCount);
  checkProviders(actor, place, { rows, before });
  checkPeople(actor, place, { rows, before });
  for (const row of rows)
    db()
      .insert(sessionParticipants)
      .values({ id: newId(), sessionId, ...row })
      .run();
  const staff = input.facilitators ?? [];
  const known = staff.length === 0 ? [] : idsOf(listStaff(place.office, "coaching.log"));
  allow(staff, [...known, ...before.facilitators, place.facilitatorId], { key: "unknownPerson", field: "facilitators" });
  for (const userId of new Set([place.facilitatorId, ...staff]))
    db().insert(sessionFacilitators).values({ sessionId, userId }).run();
  writeEstablishments(actor, place, { input, before });
  writeResources(place, input, before);
  for (const tagId of chosenTags(place, input, before.tags)) db().insert(sessionTags).values({ sessionId, tagId }).run();
}

type Row = ReturnType<typeof participantRows>[number];

function checkProviders(actor: Actor, place: Place, { rows, before }: { rows: Row[]; before: Related }): void {
  const asked = present(rows.map((row) => row.providerId));
  const found = listProvidersById(actor, asked, "provider.coach").filter((one) => one.ownerId === place.office.id);
  const kept = present(before.participants.map((row) => row.providerId));
  allow(asked, [...idsOf(found), ...kept], { key: "unknownProvider", field: "participants" });
}

function checkPeople(actor: Actor, place: Place, { rows, before }: { rows: Row[]; before: Related }): void {
  const contacts = rows.filter((row) => row.contactId !== null);
  if (contacts.length > 0) {
    const found = listContactsOf(actor, present(contacts.map((row) => row.providerId)), place.office);
    const pairs = [...found.map((one) => `${one.providerId}/${one.id}`), ...before.participants.map(pairOf)];
    allow(contacts.map(pairOf), pairs, { key: "unknownPerson", field: "participants" });
  }
  const users = present(rows.map((row) => row.userId));
  if (users.length > 0) {
    const kept = present(before.participants.map((row) => row.userId));
    allow(users, [...idsOf(listStaff(place.office, "provider.find")), ...kept], { key: "unknownPerson", field: "participants" });
  }
  const offices = present(rows.map((row) => row.organisationId));
  if (offices.length === 0) return;
  const kept = present(before.participants.map((row) => row.organisationId));
  allow(offices, [...idsOf(listNeighbours(place.office)), ...kept], { key: "unknownPerson", field: "participants" });
}

const pairOf = (row: { providerId: string | null; contactId: string | null }) => `${row.providerId}/${row.contactId}`;

function writeEstablishments(actor: Actor, place: Place, { input, before }: { input: SessionInput; before: Related }): void {
  const ofProviders = present(input.participants.map((one) => one.providerId));
  const known = listEstablishmentsOf(actor, ofProviders, place.office);
  const asked = input.establishments ?? [];
  allow(asked, [...idsOf(known), ...before.establishments], { key: "unknownChoice", field: "establishments" });
  // A business with one establishment has nothing to tick: it is the one that was reached.
  const alone = ofProviders.flatMap((id) => {
    const own = known.filter((one) => one.providerId === id);
    return own.length === 1 ? idsOf(own) : [];
  });
  for (const establishmentId of new Set([...asked, ...alone]))
    db().insert(sessionEstablishments).values({ sessionId: place.sessionId, establishmentId }).run();
}

function writeResources(place: Place, input: SessionInput, before: Related): void {
  const asked = [...new Set(input.resources ?? [])];
  if (asked.length === 0) return;
  const { id, ownerId, visibility, deletedAt } = resources;
  const inSight = or(isNull(ownerId), eq(ownerId, place.office.id), eq(visibility, "network"));
  const found = db()
    .select({ id })
    .from(resources)
    .where(and(inSight, isNull(deletedAt), inArray(id, asked)))
    .all();
  allow(asked, [...idsOf(found), ...before.resources], { key: "unknownChoice", field: "resources" });
  for (const resourceId of asked) db().insert(sessionResources).values({ sessionId: place.sessionId, resourceId }).run();
}

/** Refuses an id that is not among those known; the key and the field of the error are the caller's. */
function allow(asked: readonly string[], known: readonly string[], error: { key: string; field: string }): void {
  const allowed = new Set(known);
  if (asked.some((id) => !allowed.has(id))) throw new RuleError(error.key, {}, error.field);
}

const idsOf = (rows: readonly { id: string }[]): string[] => rows.map((row) => row.id);

function present(ids: readonly (string | null | undefined)[]): string[] {
  return [...new Set(ids.filter((id) => typeof id === "string"))];
}
