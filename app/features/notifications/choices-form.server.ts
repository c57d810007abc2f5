import type { Actor } from "~/access/actor";
import { canSomewhere } from "~/access/can";
import { readBeside } from "~/features/accounts/beside.queries.server";
import { textsOf } from "~/i18n/translate";
import { now } from "~/lib/clock";
import { dayIn } from "~/lib/dates";
import { paths } from "~/paths";
import { chooseFrequencies, getPerson, listChoices, type Person, unsubscribe } from "./choices.server";
import { findReader } from "./readers.server";

/** A person's choices as their page shows them. */
export function describeChoices(person: Person) {
  const { email, locale } = getPerson(person);
  const providerId = person.kind === "user" ? null : (findReader(person, dayIn("Europe/Paris", now()))?.providerId ?? null);
  const beside = providerId ? readBeside(providerId, { locale }).beside : null;
  return { email: email ?? "", beside, choices: { kinds: listChoices(person) }, texts: textsOf(locale, "notices", "beside") };
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
