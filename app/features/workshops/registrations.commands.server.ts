import { and, eq, inArray } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import type { Authorized } from "~/access/authorized";
import { run } from "~/commands/run.server";
import { db } from "~/db/client.server";
import { workshopRegistrations } from "~/db/schema/workshops.server";
import type { Locale } from "~/i18n/translate";
import { now as clockNow } from "~/lib/clock";
import { NotFoundError, RuleError } from "~/lib/errors";
import { newId } from "~/lib/ids";
import type { RegistrationState } from "~/lib/vocabulary";
import { writeAnswers } from "./answers.server";
import type { ManageInput, PersonInput } from "./form";
import { establishmentKeyOf, isLiving, isOpenState, personKeyOf, seatsLeft } from "./model";
import { tellRegistration } from "./notices.server";
import { findRegistration, findWorkshop, nextPosition, readRoom, setState, settleSeats, type WorkshopRow } from "./seats.server";
import { visitor } from "./visitor";
import type { Writing } from "./writer.server";

export interface Registered {
  id: string;
  state: RegistrationState;
}

/** What the way in adds to what was typed. */
interface Entry {
  source: "public" | "provider" | "facilitator" | "desk";
  locale: Locale;
  providerId: string | null;
  contactId?: string | null;
  userId?: string | null;
  email?: string | null;
  /** The office that counts this person. */
  organisationId: string | null;
}

type Seat = { id: string; ownerId: string };

/** Registers someone without account; throws the RuleErrors of `register`. */
export function registerVisitor(workshop: Seat, input: PersonInput, locale: Locale): Registered {
  return register(visitor(locale), workshop, {
    input,
    entry: { source: "public", locale, providerId: null, organisationId: null },
  });
}

/** Registers a caller or visitor of the office; throws the RuleErrors of `register`. */
export function registerCaller(
  actor: Actor,
  workshop: Authorized<Seat, "workshop.register">,
  given: { input: PersonInput; entry: Entry },
): Registered {
  return register(actor, workshop, given);
}

/** Registers a caller of an office that takes part in another's pooled workshop: that office counts them. Throws the RuleErrors of `register`. */
export function registerGuest(
  actor: Actor,
  office: Authorized<{ id: string; ownerId: string }, "workshop.registerGuest">,
  given: { workshop: Seat; input: PersonInput; entry: Omit<Entry, "organisationId"> },
): Registered {
  const entry: Entry = { ...given.entry, organisationId: office.id };
  return register(actor, given.workshop, { input: given.input, entry });
}

/** Registers whoever was invited, for the provider and the office of the invitation; throws the RuleErrors of `register`. */
export function registerInvited(
  workshop: Seat,
  given: { input: PersonInput; entry: Pick<Entry, "locale" | "providerId" | "contactId" | "email" | "organisationId"> },
): Registered {
  const entry: Entry = { ...given.entry, source: "public" };
  return register(visitor(entry.locale), workshop, { input: given.input, entry });
}

/** Registers a host for a provider of theirs; throws the RuleErrors of `register`. */
export function registerHost(
  actor: Actor,
  provider: Authorized<{ id: string; ownerId: string }, "workshop.join">,
  given: { workshop: Seat; input: PersonInput; email: string | null },
): Registered {
  const entry: Entry = {
    source: "provider",
    locale: actor.locale,
    providerId: provider.id,
    userId: actor.userId,
    email: given.email,
    organisationId: provider.ownerId,
  };
  return register(actor, given.workshop, { input: given.input, entry });
}

/**
 * One seat, or the last place of the waiting list. Throws RuleError `registrationClosed`,
 * `alreadyRegistered`, `establishmentFull`, `answerRequired`.
 */
function register(actor: Actor, { id: workshopId, ownerId }: Seat, given: { input: PersonInput; entry: Entry }): Registered {
  const { input, entry } = given;
  const command = { name: "workshop.register", id: input.id, input: { workshopId, ...input }, ownerId };
  return run(actor, command, ({ now }) => {
    settleSeats(workshopId, now);
    const workshop = readOpen(workshopId, now);
    const email = (entry.email ?? input.email)?.trim().toLowerCase() ?? null;
    const personKey = personKeyOf({ ...input, email });
    refuseTwice(workshop, { personKey, establishment: input.establishment, providerId: entry.providerId });
    // Whoever comes from nowhere is the owner's, and has its seats.
    const free = seatsLeft(readRoom(workshop, now), entry.organisationId ?? workshop.ownerId);
    const state = free > 0 ? ("registered" as const) : ("waiting" as const);
    const place = { workshopId, state, position: nextPosition(workshopId), personKey, createdAt: now, changedAt: now };
    const createdById = entry.source === "public" ? null : actor.userId;
    db()
      .insert(workshopRegistrations)
      .values({ ...place, ...whoOf(input, entry), email, createdById })
      .run();
    writeAnswers(workshopId, input.id, input.answers ?? {});
    settleSeats(workshopId, now);
    tellRegistration(input.id, state);
    return { id: input.id, state };
  });
}

function whoOf(input: PersonInput, entry: Entry) {
  const { source, locale, providerId, organisationId } = entry;
  return {
    id: input.id,
    name: input.name,
    establishment: input.establishment,
    phone: input.phone ?? null,
    source,
    locale,
    providerId,
    organisationId,
    contactId: entry.contactId ?? null,
    userId: entry.userId ?? null,
    picturesConsent: input.pictures === undefined ? null : input.pictures === "yes",
  };
}

function readOpen(workshopId: string, at: number): WorkshopRow {
  const workshop = findWorkshop(workshopId);
  if (!workshop || workshop.deletedAt !== null) throw new NotFoundError("workshop");
  const isOver = at >= workshop.startsAt - workshop.closesMinutes * 60_000;
  if (isOver || !isOpenState(workshop.state)) throw new RuleError("registrationClosed");
  return workshop;
}

interface Newcomer {
  personKey: string;
  establishment: string;
  providerId: string | null;
}

function refuseTwice(workshop: WorkshopRow, person: Newcomer): void {
  const living = db()
    .select()
    .from(workshopRegistrations)
    .where(
      and(
        eq(workshopRegistrations.workshopId, workshop.id),
        inArray(workshopRegistrations.state, ["registered", "offered", "waiting"]),
      ),
    )
    .all();
  if (living.some((one) => one.personKey === person.personKey)) throw new RuleError("alreadyRegistered", {}, "email");
  const key = establishmentKeyOf(person);
  const seats = workshop.seatsPerEstablishment;
  if (!key || seats === null) return;
  const same = living.filter((one) => establishmentKeyOf(one) === key).length;
  if (same >= seats) throw new RuleError("establishmentFull", { count: seats }, "establishment");
}

/** Gives a seat or a place on the list back; what frees goes to the next. Doing it again changes nothing. The mail says whose doing it is. */
export function cancelRegistration(actor: Actor, registration: { id: string; workshopId: string }, by?: Writing): void {
  const command = { name: "workshop.cancelRegistration", id: registration.id, input: null, isOnce: false };
  run(actor, command, ({ now }) => {
    const row = findRegistration(registration.id);
    if (!row || !isLiving(row.state)) return;
    setState(row.id, { state: "cancelled", offerExpiresAt: null, cancelledAt: now, changedAt: now });
    if (by) tellRegistration(row.id, "cancelled_by_office", { by });
    else tellRegistration(row.id, "cancelled");
    settleSeats(row.workshopId, now);
  });
}

/** Takes the seat that was offered. Throws RuleError `offerExpired` once its time has passed. */
export function acceptOffer(actor: Actor, registration: { id: string; workshopId: string }): void {
  // What ran out is given on first, for good; the refusal comes after.
  expireOffer(registration.id);
  const command = { name: "workshop.acceptOffer", id: registration.id, input: null, isOnce: false };
  run(actor, command, ({ now }) => {
    const row = findRegistration(registration.id);
    if (row?.state === "registered") return;
    if (row?.state !== "offered") throw new RuleError("offerExpired");
    setState(row.id, { state: "registered", offerExpiresAt: null, changedAt: now });
    settleSeats(row.workshopId, now);
    tellRegistration(row.id, "registered");
  });
}

/** Ends an offer whose time has passed; the seat goes to the next. Earlier, or answered: nothing. */
export function expireOffer(registrationId: string): void {
  const row = findRegistration(registrationId);
  if (row?.state !== "offered" || (row.offerExpiresAt ?? 0) > clockNow()) return;
  run(visitor(row.locale), { name: "workshop.expireOffer", id: row.id, input: null, isOnce: false }, ({ now }) => {
    const current = findRegistration(row.id);
    if (current?.state !== "offered" || (current.offerExpiresAt ?? 0) > now) return;
    setState(row.id, { state: "expired", offerExpiresAt: null, changedAt: now });
    tellRegistration(row.id, "expired");
    settleSeats(row.workshopId, now);
  });
}

/** Changes what the person said of themselves; the seat stays. Throws RuleError `answerRequired`. */
export function changeRegistration(actor: Actor, registration: { id: string; workshopId: string }, input: ManageInput): void {
  const command = { name: "workshop.changeRegistration", id: registration.id, input, isOnce: false };
  run(actor, command, ({ now, revise }) => {
    const row = findRegistration(registration.id);
    if (!row || !isLiving(row.state)) throw new RuleError("registrationClosed");
    revise("workshop_registrations", row);
    setState(row.id, {
      name: input.name,
      establishment: input.establishment,
      phone: input.phone ?? null,
      picturesConsent: input.pictures === undefined ? row.picturesConsent : input.pictures === "yes",
      changedAt: now,
    });
    writeAnswers(row.workshopId, row.id, input.answers ?? {});
  });
}

/** Writes the link of their registration to whoever holds this mailbox and has one that lives; to nobody else, in silence. */
export function sendLinkAgain(workshop: Seat, mailbox: string, locale: Locale): void {
  const command = { name: "workshop.sendLinkAgain", id: newId(), input: { workshopId: workshop.id }, ownerId: workshop.ownerId };
  run(visitor(locale), command, () => {
    const row = db()
      .select({ id: workshopRegistrations.id })
      .from(workshopRegistrations)
      .where(
        and(
          eq(workshopRegistrations.workshopId, workshop.id),
          eq(workshopRegistrations.email, mailbox),
          inArray(workshopRegistrations.state, ["registered", "offered", "waiting"]),
        ),
      )
      .get();
    if (row) tellRegistration(row.id, "again");
  });
}
