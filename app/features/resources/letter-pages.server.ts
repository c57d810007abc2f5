import { eq } from "drizzle-orm";
import { db } from "~/db/client.server";
import { organisations } from "~/db/schema/organisations.server";
import { contacts } from "~/db/schema/providers.server";
import { textsOf, translator } from "~/i18n/translate";
import type { Reading } from "./letter-keys.server";

/** What a page behind a key shows: whose letter, at which address. A key whose time is over gets the words that say so. */
export function describeReading(reading: Reading | undefined, kind: "confirm" | "off") {
  const contact = reading && db().select().from(contacts).where(eq(contacts.id, reading.contactId)).get();
  const office =
    reading && db().select({ name: organisations.name }).from(organisations).where(eq(organisations.id, reading.ownerId)).get();
  const locale = contact?.locale ?? "fr";
  const t = translator(locale);
  const { page } = textsOf(locale, "letters").letters;
  if (!contact?.email || !office) return { isOpen: false, title: page.spent, text: "", button: "", done: "" };
  return {
    isOpen: true,
    title: t(`letters:page.${kind}Title`, { office: office.name }),
    text: t(`letters:page.${kind}Text`, { email: contact.email }),
    button: page[kind],
    done: kind === "confirm" ? page.confirmed : page.ended,
  };
}
