import type { Actor } from "~/access/actor";
import { canSomewhere } from "~/access/can";
import { textsOf } from "~/i18n/translate";
import { paths } from "~/paths";
import { chooseFrequencies, getPerson, listChoices, type Person, unsubscribe } from "./choices.server";

/** A person's choices as their page shows them. */
export function describeChoices(person: Person) {
  const { email, locale } = getPerson(person);
  return { email: email ?? "", choices: { kinds: listChoices(person) }, texts: textsOf(locale, "notices") };
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
