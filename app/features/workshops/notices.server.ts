import { and, asc, eq } from "drizzle-orm";
import { config } from "~/config.server";
import { db } from "~/db/client.server";
import { users } from "~/db/schema/accounts.server";
import { organisations } from "~/db/schema/organisations.server";
import {
  workshopFacilitators,
  workshopNotices,
  workshopParts,
  workshopRegistrations,
  workshops,
} from "~/db/schema/workshops.server";
import type { Attachment } from "~/email/outbox.server";
import { queueHostMail } from "~/features/accounts/host-mail.commands.server";
import { translator } from "~/i18n/translate";
import { now } from "~/lib/clock";
import { paths } from "~/paths";
import { writeCalendar } from "./calendar.server";
import { type LetterKind, type LetterMatter, workshopLetter } from "./emails.server";
import { givenLines, listGiven } from "./given.queries.server";
import { makeLink } from "./links.server";
import { describeParts } from "./when.server";
import { type Writer, type Writing, writerOf } from "./writer.server";

const dayMs = 86_400_000;

/** What a workshop's mails speak of; undefined when it is gone. */
export function readMatter(workshopId: string) {
  const workshop = db().select().from(workshops).where(eq(workshops.id, workshopId)).get();
  if (!workshop) return undefined;
  const office = db().select().from(organisations).where(eq(organisations.id, workshop.ownerId)).get();
  const parts = db()
    .select()
    .from(workshopParts)
    .where(eq(workshopParts.workshopId, workshopId))
    .orderBy(asc(workshopParts.startsAt))
    .all();
  const facilitator = db()
    .select({ id: users.id, email: users.email, name: users.name })
    .from(workshopFacilitators)
    .innerJoin(users, eq(users.id, workshopFacilitators.userId))
    .where(eq(workshopFacilitators.workshopId, workshopId))
    .orderBy(asc(users.name))
    .get();
  return { workshop, office, parts, facilitator };
}
export type Matter = NonNullable<ReturnType<typeof readMatter>>;

/** « Salle du phare, Soulac-sur-Mer ». */
export const placeOf = (workshop: { placeName: string; communeName: string | null }): string =>
  [workshop.placeName, workshop.communeName].filter(Boolean).join(", ");

export interface NoticeOptions {
  /** A key by which this notice is written once to this person; without it, each time it is asked. */
  once?: string;
  /** Lines of its own: what changed, other dates, why it was cancelled. */
  lines?: readonly string[];
  extra?: readonly Attachment[];
  /** Who wrote, where it may be another office than the workshop's own. */
  by?: Writing;
}

/**
 * Writes to one registered person, in the transaction that is open. Says nothing to someone without
 * a mail address, and nothing twice under the same `once`.
 */
export function tellRegistration(registrationId: string, kind: LetterKind, options: NoticeOptions = {}): void {
  const person = db().select().from(workshopRegistrations).where(eq(workshopRegistrations.id, registrationId)).get();
  const matter = person ? readMatter(person.workshopId) : undefined;
  if (!person?.email || !matter) return;
  const writer = writerOf(matter, options.by);
  const letter = { person, matter, writer, recipient: person.email, lines: options.lines ?? [], extra: options.extra ?? [] };
  if (options.once) writeOnce(kind, letter, options.once);
  else writeLetter(kind, letter);
}

function writeOnce(kind: LetterKind, letter: Letter, notice: string): void {
  if (!claim(letter.person.id, notice)) return;
  const mailId = writeLetter(kind, letter);
  db().update(workshopNotices).set({ mailId }).where(isNotice(letter.person.id, notice)).run();
}

interface Letter {
  person: Person;
  matter: Matter;
  writer: Writer;
  recipient: string;
  lines: readonly string[];
  extra: readonly Attachment[];
}

function writeLetter(kind: LetterKind, { person, matter, writer, recipient, lines, extra }: Letter): string {
  const mail = {
    ...{ kind: "workshop", ownerId: writer.officeId, recipient, locale: person.locale, writerId: writer.userId },
    ...{ providerId: person.providerId, contactId: person.providerId ? person.contactId : null },
    attachments: [...calendarFor(kind, person, matter), ...extra],
    isPerishable: kind === "reminder" || kind === "offered",
  };
  return queueHostMail(mail, () => workshopLetter(kind, letterOf(kind, person, { matter, lines, office: writer.office })));
}

export const answersGoTo = ({ facilitator, office }: Matter): string | null => facilitator?.email ?? office?.email ?? null;

type Person = typeof workshopRegistrations.$inferSelect;

function letterOf(
  kind: LetterKind,
  person: Person,
  { matter, lines, office }: Pick<Letter, "matter" | "lines"> & { office: string },
): LetterMatter {
  const { workshop, parts } = matter;
  return {
    locale: person.locale,
    name: person.name,
    title: workshop.title,
    office,
    dates: describeParts(person.locale, parts, workshop.zone),
    place: workshop.place === "online" ? null : placeOf(workshop),
    video: tellsVideo(kind, person) ? workshop.videoUrl : null,
    bring: workshop.bring,
    price: workshop.price,
    until: person.offerExpiresAt,
    zone: workshop.zone,
    url: urlFor(kind, person.id, workshop),
    lines: [...lines, ...givenFor(kind, person)],
  };
}

/** The link to join is for those who have a seat. */
const tellsVideo = (kind: LetterKind, person: Person) =>
  person.state === "registered" && (kind === "registered" || kind === "changed" || kind === "reminder");

/** What to read before, in what a person with a seat gets; what to keep, with the question at the end. */
function givenFor(kind: LetterKind, person: Person): string[] {
  const moment = kind === "feedback_end" ? "after" : kind === "registered" || kind === "reminder" ? "before" : undefined;
  if (!moment) return [];
  const given = listGiven(person.workshopId, { moment, isHost: person.providerId !== null || person.userId !== null });
  const t = translator(person.locale);
  return givenLines({ label: t(`workshopMails:${moment}`), ask: t("programme:manage.ask") }, given);
}

const isNotice = (registrationId: string, kind: string) =>
  and(eq(workshopNotices.registrationId, registrationId), eq(workshopNotices.kind, kind));

/** Whether this notice is now ours to write: false when it was written before. */
function claim(registrationId: string, kind: string): boolean {
  const made = db()
    .insert(workshopNotices)
    .values({ registrationId, kind, createdAt: now() })
    .onConflictDoNothing()
    .returning({ kind: workshopNotices.kind })
    .all();
  return made.length === 1;
}

/** Messages that take the date out of the person's calendar. */
const takesOut = (kind: LetterKind) => kind === "called_off" || kind === "cancelled" || kind === "cancelled_by_office";
const hasCalendar = (kind: LetterKind) => kind === "registered" || kind === "changed" || takesOut(kind);

/** Messages after which there is nothing left to do by a link. */
const withoutLink: readonly LetterKind[] = [
  "called_off",
  "cancelled",
  "cancelled_by_office",
  "expired",
  "certificate",
  "certificate_withdrawn",
];

function urlFor(kind: LetterKind, registrationId: string, workshop: Matter["workshop"]): string | null {
  if (withoutLink.includes(kind)) return null;
  const root = config().appUrl;
  if (kind === "feedback_end" || kind === "feedback_later") {
    return new URL(paths.workshopFeedback(makeLink(registrationId, kind, now() + 60 * dayMs)), root).href;
  }
  return new URL(paths.workshopManage(makeLink(registrationId, "manage", workshop.endsAt)), root).href;
}

const calendarFor = (kind: LetterKind, person: Person, matter: Matter): Attachment[] =>
  hasCalendar(kind) && person.state !== "waiting" ? [calendarOf(matter, kind)] : [];

/** The calendar file of a mail; a cancelled one takes the date out again. */
function calendarOf({ workshop, office, parts }: Matter, kind: LetterKind): Attachment {
  const isCancelled = takesOut(kind);
  const text = writeCalendar(workshop.title, [
    {
      ...workshop,
      description: workshop.description.slice(0, 500),
      place: workshop.place === "online" ? (workshop.videoUrl ?? "") : placeOf(workshop),
      url: config().appUrl,
      isCancelled,
      // Called off, it is a later state of the event. A seat given back is not: who registers again gets the event back,
      // by the later DTSTAMP of the same number (RFC 5546 2.1.5).
      sequence: workshop.sequence + (kind === "called_off" ? 1 : 0),
      organiser: { name: office?.name ?? "Balise", email: office?.email ?? null },
      parts,
    },
  ]);
  return { name: "atelier.ics", mediaType: "text/calendar; charset=utf-8", base64: Buffer.from(text).toString("base64") };
}
