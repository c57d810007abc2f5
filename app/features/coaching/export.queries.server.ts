import { and, desc, eq, inArray, isNull, or, type SQL, sql } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import { can } from "~/access/can";
import { officesInScope } from "~/access/scopes.server";
import { db } from "~/db/client.server";
import { users } from "~/db/schema/accounts.server";
import { coachingSessions, sessionShares } from "~/db/schema/coaching.server";
import { funders, organisations } from "~/db/schema/organisations.server";
import { letOthersPass } from "~/lib/exported-table.server";
import { type KeptIds, keepIds } from "~/lib/kept-ids";
import { group, oneOf, oneText, openPeople, prepareHelpers, prepareTags } from "./export-people.queries.server";
import { matchingSessions, type SessionFilter } from "./log-filter.server";
import { countedParts } from "./log-parts.server";

const idsAtOnce = 5000;

/** The sessions that the filter matches where the actor may export, newest first: their ids, read by pages that let others pass. */
export async function listSessionIdsToExport(actor: Actor, filter: SessionFilter): Promise<KeptIds> {
  const { id, heldOn } = coachingSessions;
  const kept = keepIds();
  let last: { id: string; heldOn: string } | undefined;
  for (;;) {
    const page = db()
      .select({ id, heldOn })
      .from(coachingSessions)
      .where(and(matchingSessions(actor, filter, "coaching.export"), last ? isAfter(last) : undefined))
      .orderBy(desc(heldOn), desc(id))
      .limit(idsAtOnce)
      .all();
    kept.add(page.map((row) => row.id));
    last = page.at(-1);
    if (page.length < idsAtOnce) return kept;
    await letOthersPass();
  }
}

/** As one value: the index is entered where the last page ended. */
const isAfter = (last: { id: string; heldOn: string }): SQL =>
  sql`(${coachingSessions.heldOn}, ${coachingSessions.id}) < (${last.heldOn}, ${last.id})`;

/**
 * Reads sessions part after part, its queries made once: those of the ids that the actor may still export, in their
 * order; private notes only for whom they are. Of a pooled one, people and minutes are what the offices of the filter
 * count; held by another office, its notes and its own people stay there.
 */
export function openSessionReader(actor: Actor, filter: SessionFilter) {
  const owners = officesInScope(actor, "coaching.export", filter.office);
  const sessions = prepareSessions(actor, filter, owners);
  const readPeople = openPeople(owners);
  const [helpers, words] = [prepareHelpers(), prepareTags()];
  return (ids: readonly string[]) => {
    const rows = sessions.all(oneText(ids));
    const own = ownOf(rows);
    const people = readPeople(ids, own);
    const [helping, tagged] = [group(helpers.all(oneText(own))), group(words.all(oneText(own)))];
    return inOrder(ids, rows, (row) => {
      const others = (helping.get(row.id) ?? []).filter(({ userId }) => userId !== row.facilitatorId);
      // The row is ours alone: it is filled rather than copied.
      return Object.assign(describeOwn(actor, row), {
        participants: people.get(row.id) ?? [],
        helpers: others.map(({ name }) => name),
        tags: (tagged.get(row.id) ?? []).map(({ name }) => name),
      });
    });
  };
}
export type ExportedSession = ReturnType<ReturnType<typeof openSessionReader>>[number];

/** The same for who took part alone: of each session its day and its people. */
export function openPeopleReader(actor: Actor, filter: SessionFilter) {
  const owners = officesInScope(actor, "coaching.export", filter.office);
  const sessions = prepareDays(owners);
  const readPeople = openPeople(owners);
  return (ids: readonly string[]) => {
    const rows = sessions.all(oneText(ids));
    const people = readPeople(ids, ownOf(rows));
    return inOrder(ids, rows, (row) => Object.assign(row, { participants: people.get(row.id) ?? [] }));
  };
}
export type ExportedPerson = ReturnType<ReturnType<typeof openPeopleReader>>[number]["participants"][number];

function inOrder<T extends { id: string }, R>(ids: readonly string[], rows: readonly T[], tell: (row: T) => R): R[] {
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.flatMap((id) => {
    const row = byId.get(id);
    return row ? [tell(row)] : [];
  });
}

const ownOf = (rows: readonly { id: string; isOwn: number }[]) => rows.filter(({ isOwn }) => isOwn).map(({ id }) => id);
/** Held by these offices, or with people of theirs, and not deleted since. */
function stillRead(owners: readonly string[]): SQL | undefined {
  const elsewhere = db()
    .select({ id: sessionShares.sessionId })
    .from(sessionShares)
    .where(inArray(sessionShares.organisationId, [...owners]));
  const mayRead = or(inArray(coachingSessions.ownerId, [...owners]), inArray(coachingSessions.id, elsewhere));
  return and(oneOf(coachingSessions.id), mayRead, isNull(coachingSessions.deletedAt));
}

function prepareDays(owners: readonly string[]) {
  const isOwn = sql<number>`(${inArray(coachingSessions.ownerId, [...owners, ""])})`;
  return db()
    .select({ id: coachingSessions.id, heldOn: coachingSessions.heldOn, isOwn })
    .from(coachingSessions)
    .where(stillRead(owners))
    .prepare();
}

function prepareSessions(actor: Actor, filter: SessionFilter, owners: readonly string[]) {
  return db()
    .select({
      id: coachingSessions.id,
      ownerId: coachingSessions.ownerId,
      kind: coachingSessions.kind,
      otherWorkKind: coachingSessions.otherWorkKind,
      title: coachingSessions.title,
      heldOn: coachingSessions.heldOn,
      length: coachingSessions.durationMinutes,
      preparationMinutes: coachingSessions.preparationMinutes,
      travelMinutes: coachingSessions.travelMinutes,
      travelKilometres: coachingSessions.travelKilometres,
      channel: coachingSessions.channel,
      theme: coachingSessions.theme,
      subThemes: coachingSessions.subThemes,
      note: coachingSessions.note,
      privateNote: coachingSessions.privateNote,
      headCount: coachingSessions.headCount,
      facilitatorId: coachingSessions.facilitatorId,
      isComplete: coachingSessions.isComplete,
      facilitator: users.name,
      funder: funders.name,
      office: organisations.name,
      ...countedParts(actor, filter, "coaching.export"),
    })
    .from(coachingSessions)
    .innerJoin(users, eq(users.id, coachingSessions.facilitatorId))
    .innerJoin(organisations, eq(organisations.id, coachingSessions.ownerId))
    .leftJoin(funders, eq(funders.id, coachingSessions.funderId))
    .where(stillRead(owners))
    .prepare();
}

type Found = ReturnType<ReturnType<typeof prepareSessions>["all"]>[number];

function describeOwn(actor: Actor, row: Found) {
  const described = Object.assign(row, {
    privateNote: can(actor, "coaching.readPrivateNote", row) ? row.privateNote : "",
    durationMinutes: row.minutes,
    /** Of a pooled session, its length in all. */
    whole: row.isOwn && row.minutes === row.length ? null : row.length,
  });
  return row.isOwn ? described : Object.assign(described, nothingOfOthers);
}

/** What an office that took part does not read of a session: it counts at its owner, or is its owner's own. */
const nothingOfOthers = {
  note: "",
  privateNote: "",
  facilitator: "",
  funder: null,
  headCount: 0,
  preparationMinutes: 0,
  travelMinutes: 0,
  travelKilometres: 0,
  isComplete: true,
};
