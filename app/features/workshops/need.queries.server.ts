import { and, asc, eq, exists, inArray, isNull, lt, or, type SQL, sql } from "drizzle-orm";
import { attendances } from "~/db/attendances.server";
import { db } from "~/db/client.server";
import { actions } from "~/db/schema/action-plans.server";
import { coachingSessions } from "~/db/schema/coaching.server";
import { noticeChoices } from "~/db/schema/notifications.server";
import { communes, organisations } from "~/db/schema/organisations.server";
import { contacts, establishments, providers } from "~/db/schema/providers.server";
import { workshopInvitations, workshopRegistrations } from "~/db/schema/workshops.server";
import { isFullSeason } from "~/features/organisations/weeks.model";
import { closedOn } from "~/features/providers/closed.queries.server";
import { now } from "~/lib/clock";
import { addMonths, dayIn, weekOf } from "~/lib/dates";
import { type Candidate, type Invitable, mostAtOnce } from "./invitations.model";
import type { Need } from "./need.form";

export interface InvitingOffice {
  id: string;
  zone: string;
}

/** The office's providers that a need finds, by name, with whom an invitation could reach there; for whoever may invite for the office. */
export function listCandidates(office: InvitingOffice, workshopId: string, need: Need) {
  const today = dayIn(office.zone, now());
  const rows = db()
    .select({
      id: providers.id,
      name: providers.name,
      kind: providers.kind,
      commune: communes.name,
      lastOn: providers.lastSupportOn,
    })
    .from(providers)
    .leftJoin(communes, eq(communes.inseeCode, providers.inseeCode))
    .where(and(eq(providers.ownerId, office.id), isNull(providers.deletedAt), ...conditionsOf(need, today)))
    .orderBy(asc(providers.name), asc(providers.id))
    .limit(mostAtOnce)
    .all();
  const ids = rows.map((row) => row.id);
  const [people, registered, resting] = [contactsOf(ids, today), registeredProviders(workshopId), inSeason(office, ids, today)];
  const closed = new Set(
    db()
      .all<{ id: string }>(sql`SELECT provider_id AS id FROM (${closedOn([office.id], today)})`)
      .map((row) => row.id),
  );
  return rows.map((row) => ({
    ...row,
    candidate: {
      providerId: row.id,
      isRegistered: registered.has(row.id),
      isClosed: closed.has(row.id),
      isInSeason: resting.has(row.id),
      contacts: people.get(row.id) ?? [],
    } satisfies Candidate,
  }));
}
export type ListedCandidate = ReturnType<typeof listCandidates>[number];

/** Addresses that this workshop's invitations went to, and those that are registered to it. */
export function listKnownAddresses(workshopId: string) {
  const invited = db()
    .select({ email: workshopInvitations.email })
    .from(workshopInvitations)
    .where(eq(workshopInvitations.workshopId, workshopId))
    .all();
  return { invited: new Set(invited.map((row) => row.email)), registered: registeredAddresses(workshopId) };
}

/** Communes where the office has providers, by name, for the filter. */
export function listProviderCommunes(office: InvitingOffice) {
  return db()
    .selectDistinct({ value: communes.inseeCode, label: communes.name })
    .from(providers)
    .innerJoin(communes, eq(communes.inseeCode, providers.inseeCode))
    .where(and(eq(providers.ownerId, office.id), isNull(providers.deletedAt)))
    .orderBy(asc(communes.name))
    .limit(500)
    .all();
}

function conditionsOf({ theme, by, level, kind, commune, seen }: Need, today: string): (SQL | undefined)[] {
  return [
    level ? atLevel(theme, level) : theme ? workedOn(theme, by) : undefined,
    kind ? eq(providers.kind, kind) : undefined,
    commune ? eq(providers.inseeCode, commune) : undefined,
    seen === "never" ? isNull(providers.lastSupportOn) : undefined,
    seen && seen !== "never" ? lt(providers.lastSupportOn, addMonths(today, -Number(seen))) : undefined,
  ];
}

/** In a session, or in a step of the plan that is still to do. */
function workedOn(theme: string, by: Need["by"]): SQL | undefined {
  if (by === "sessions") return sessionsOn(theme);
  return by === "plan" ? stepOn(theme) : or(sessionsOn(theme), stepOn(theme));
}

/** Where someone came for the provider, whichever office held it. */
const attended = (theme: string | undefined): SQL | undefined =>
  and(
    sql`attendances.provider_id = ${providers.id}`,
    theme ? eq(coachingSessions.theme, theme) : undefined,
    isNull(coachingSessions.deletedAt),
  );

function sessionsOn(theme: string): SQL {
  return exists(
    db()
      .select({ one: sql`1` })
      .from(attendances)
      .innerJoin(coachingSessions, sql`${coachingSessions.id} = attendances.session_id`)
      .where(attended(theme)),
  );
}

/** A step of the theme that is still to do, drafts left out. */
function stepOn(theme: string): SQL {
  const open = and(
    eq(actions.providerId, providers.id),
    eq(actions.theme, theme),
    inArray(actions.state, ["todo", "doing", "blocked"]),
    isNull(actions.deletedAt),
    sql`${actions.publishedAt} IS NOT NULL`,
  );
  return exists(db().select({ one: sql`1` }).from(actions).where(open));
}

/** How far a provider is on a theme, by sessions held: none is a beginner, one or two in between, three and more advanced. */
function atLevel(theme: string | undefined, level: NonNullable<Need["level"]>): SQL {
  const count = db()
    .select({ n: sql<number>`count(DISTINCT ${coachingSessions.id})` })
    .from(attendances)
    .innerJoin(coachingSessions, sql`${coachingSessions.id} = attendances.session_id`)
    .where(attended(theme));
  if (level === "beginner") return sql`(${count}) = 0`;
  return level === "intermediate" ? sql`(${count}) BETWEEN 1 AND 2` : sql`(${count}) >= 3`;
}

function contactsOf(providerIds: readonly string[], today: string): Map<string, Invitable[]> {
  const rows = db()
    .select({ contact: contacts, frequency: noticeChoices.frequency })
    .from(contacts)
    .leftJoin(noticeChoices, and(eq(noticeChoices.personId, contacts.id), eq(noticeChoices.kind, "workshop")))
    .where(and(inArray(contacts.providerId, [...providerIds, ""]), isNull(contacts.deletedAt)))
    .orderBy(asc(contacts.createdAt), asc(contacts.id))
    .all();
  const people = new Map<string, Invitable[]>();
  for (const { contact, frequency } of rows) {
    const { id, providerId, startsOn, endsOn, preferredWay, invitationsRefusedAt } = contact;
    const one = {
      contactId: id,
      email: contact.email?.trim().toLowerCase() || null,
      hasLeft: (endsOn !== null && endsOn <= today) || (startsOn !== null && startsOn > today),
      hasRefused: invitationsRefusedAt !== null || frequency === "never",
      prefersOtherWay: preferredWay !== "mail",
    };
    people.set(providerId, [...(people.get(providerId) ?? []), one]);
  }
  return people;
}

const isLivingRow = (workshopId: string) =>
  and(
    eq(workshopRegistrations.workshopId, workshopId),
    inArray(workshopRegistrations.state, ["registered", "offered", "waiting"]),
  );

function registeredProviders(workshopId: string): Set<string> {
  const rows = db()
    .select({ id: workshopRegistrations.providerId })
    .from(workshopRegistrations)
    .where(isLivingRow(workshopId))
    .all();
  return new Set(rows.flatMap((row) => row.id ?? []));
}

function registeredAddresses(workshopId: string): Set<string> {
  const rows = db()
    .select({ email: workshopRegistrations.email })
    .from(workshopRegistrations)
    .where(isLivingRow(workshopId))
    .all();
  return new Set(rows.flatMap((row) => row.email ?? []));
}

/** Those in their full season: a full-season week of the office, in a month when they are open (all when none is said). */
function inSeason(office: InvitingOffice, providerIds: readonly string[], today: string): Set<string> {
  const row = db().select({ weeks: organisations.seasonWeeks }).from(organisations).where(eq(organisations.id, office.id)).get();
  if (!row?.weeks.includes(weekOf(today))) return new Set();
  const weeks = row.weeks;
  const closed = db()
    .select({ id: establishments.providerId, months: establishments.openingMonths })
    .from(establishments)
    .where(
      and(
        inArray(establishments.providerId, [...providerIds, ""]),
        eq(establishments.isMain, true),
        isNull(establishments.deletedAt),
      ),
    )
    .all()
    .filter(({ months }) => !isFullSeason(today, weeks, months));
  const resting = new Set(closed.map((one) => one.id));
  return new Set(providerIds.filter((id) => !resting.has(id)));
}
