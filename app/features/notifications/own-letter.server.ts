import { countAttempt, isLimited } from "~/auth/limits.server";
import { findReading } from "~/features/resources/letter-readers.queries.server";
import { askForLetter, refuseLetter } from "~/features/resources/own-letter.commands.server";
import { translator } from "~/i18n/translate";
import { getPerson, type Person } from "./choices.server";

/** What a host sees of the letter of each of its offices, one line an office; nothing where no letter was ever made. */
export function describeOwnLetters(people: readonly Person[]) {
  const seen = new Set<string>();
  return people.flatMap((person) => {
    const reading = person.kind === "contact" ? findReading(person.id) : undefined;
    if (!reading || seen.has(reading.ownerId)) return [];
    seen.add(reading.ownerId);
    const { locale, email } = getPerson(person);
    const t = translator(locale);
    const values = { office: reading.office, email: email ?? "" };
    return [
      {
        contactId: person.id,
        title: t("letters:own.title", values),
        text: t(`letters:own.states.${reading.state}`, values),
        mayAsk: reading.state !== "reads",
        isAsked: reading.state === "asked",
        mayRefuse: reading.state !== "refused",
        reads: reading.state === "reads",
      },
    ];
  });
}
export type OwnLetter = ReturnType<typeof describeOwnLetters>[number];

/** Does what a host chose of a letter; undefined when the form was about something else. A few demands an hour for one mailbox. */
export async function chooseLetter(people: readonly Person[], fields: FormData): Promise<string | undefined> {
  const intent = fields.get("intent");
  if (intent !== "letter" && intent !== "noLetter") return undefined;
  const person = people.find((one) => one.kind === "contact" && one.id === fields.get("contactId"));
  if (!person) return undefined;
  const { locale, email } = getPerson(person);
  const t = translator(locale);
  if (intent === "noLetter") {
    refuseLetter(person.id);
    return t("letters:own.refused");
  }
  if (await isLimited("mailbox", person.id)) return t("letters:own.limited");
  await countAttempt("mailbox", person.id);
  askForLetter(person.id);
  return t("letters:own.asked", { email: email ?? "" });
}
