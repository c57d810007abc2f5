import { type Actor, keyHolder } from "~/access/actor";
import { canSomewhere } from "~/access/can";
import { countAttempt, isLimited } from "~/auth/limits.server";
import { besideAt, readBeside } from "~/features/accounts/beside.queries.server";
import { dayOfContact } from "~/features/organisations/zone.queries.server";
import { takeCallback } from "~/features/providers/callbacks.commands.server";
import { textsOf } from "~/i18n/translate";
import { now } from "~/lib/clock";
import { NotFoundError } from "~/lib/errors";
import { newId } from "~/lib/ids";
import { paths } from "~/paths";
import { chooseFrequencies, findOwnerOfContact, getPerson, listChoices, type Person, unsubscribe } from "./choices.server";
import { describeOwnLetters } from "./own-letter.server";
import { findReader } from "./readers.server";

/** A person's choices as their page shows them, with who stands beside a host. */
export function describeChoices(person: Person, people: readonly Person[] = [person]) {
  const { email, locale } = getPerson(person);
  const providerId = providerOf(person);
  const beside = providerId ? readBeside(providerId, { locale }).beside : officeOf(person, locale);
  const choices = { kinds: listChoices(person) };
  const letters = describeOwnLetters(people);
  return {
    email: email ?? "",
    beside,
    mayCall: providerId !== null,
    callbackId: newId(),
    choices,
    letters,
    locale,
    texts: textsOf(locale, "common", "notices", "beside", "letters"),
  };
}

/** « Rappelez-moi » from the page of a host's choices; a few an hour for one person. Throws NotFoundError for anybody else. */
export async function callFromChoices(person: Person, fields: FormData): Promise<string> {
  const providerId = providerOf(person);
  if (!providerId || (await isLimited("mailbox", person.id))) throw new NotFoundError("person");
  await countAttempt("mailbox", person.id);
  const { locale } = getPerson(person);
  const contactId = person.kind === "contact" ? person.id : null;
  return takeCallback(keyHolder(person.id, { locale, providerIds: [providerId] }), providerId, { fields, contactId }).text;
}

/** The provider that a host chooses for, while they still belong to it. */
function providerOf(person: Person): string | null {
  const reader = person.kind === "user" ? undefined : findReader(person, dayOfContact(person.id, now()));
  return reader && !reader.hasLeft ? reader.providerId : null;
}

/** Whom a contact who has left may still call: the office itself. */
function officeOf(person: Person, locale: "fr" | "en") {
  const ownerId = person.kind === "contact" ? findOwnerOfContact(person.id) : undefined;
  return ownerId ? besideAt(ownerId, { locale, userId: null }).beside : null;
}

/** Keeps what a form of choices sent: for these people, each choice or a stop to all. Answers which text to show. */
export function keepChoices(people: readonly Person[], fields: FormData): "saved" | "stopped" {
  const isStop = fields.get("intent") === "stop" || fields.get("List-Unsubscribe") === "One-Click";
  for (const person of people) {
    if (isStop) unsubscribe(person);
    else chooseFrequencies(person, new Map(fields));
  }
  return isStop ? "stopped" : "saved";
}

/** Where a person chooses their mails: at the office, or as a host; null for who gets none. */
export function placeOfChoices(actor: Actor): string | null {
  if (canSomewhere(actor, "message.leave")) return paths.accountMessages();
  return actor.providerIds.length > 0 ? paths.myMessages() : null;
}
