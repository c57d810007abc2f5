import { and, asc, eq, inArray, isNotNull, isNull } from "drizzle-orm";
import { authorize } from "~/access/authorized";
import { db } from "~/db/client.server";
import { contacts } from "~/db/schema/providers.server";
import { newsletterReaders } from "~/db/schema/resources.server";
import { letterSchema } from "~/features/resources/letter.form";
import { sendLetter, writeLetter } from "~/features/resources/letters.commands.server";
import { getLetter } from "~/features/resources/letters.queries.server";
import { listWatch } from "~/features/resources/watch.queries.server";
import { setClock } from "~/lib/clock";
import { addDays } from "~/lib/dates";
import type { Seeding } from "./library.server";

/** A letter that left in the spring, one that waits, and hosts who want it: most confirmed, some were asked, some not yet. */
export function seedLetters({ random, actor, office, today }: Seeding): void {
  const at = (day: string) => Date.parse(`${day}T09:10:00Z`);
  agree(office.id, (number) => at(addDays(today, -200 + number * 5)));
  const news = listWatch(actor, {}).rows.map((row) => row.id);
  const write = (subject: string, given: { intro: string; itemIds: string[] }) => {
    const input = letterSchema.parse({ id: random.id(), subject, ...given });
    return writeLetter(actor, authorize(actor, "watch.keep", office), input).id;
  };
  setClock(() => at(addDays(today, -45)));
  const sent = write("Nos nouvelles de l’automne", {
    intro: "La saison se termine, merci à tous.\n\nVoici ce que nous avons retenu pour vous ces derniers mois.",
    itemIds: news.slice(2, 6),
  });
  sendLetter(actor, authorize(actor, "watch.keep", getLetter(actor, sent)));
  setClock(() => at(addDays(today, -2)));
  write("Avant les fêtes : trois choses à vérifier", {
    intro: "Dix minutes suffisent, et nous sommes là pour vous aider.",
    itemIds: news.slice(0, 3),
  });
}

/** Consents as they are noted on the contacts, and what became of the question. */
function agree(ownerId: string, when: (number: number) => number): void {
  const reachable = and(eq(contacts.ownerId, ownerId), isNotNull(contacts.email), isNull(contacts.deletedAt));
  const chosen = db().select({ id: contacts.id }).from(contacts).where(reachable).orderBy(asc(contacts.id)).limit(18).all();
  for (const [number, { id }] of chosen.entries()) {
    db()
      .update(contacts)
      .set({ newsletterConsentAt: when(number) })
      .where(inArray(contacts.id, [id]))
      .run();
    if (number >= 15) continue;
    const confirmedAt = number < 11 ? when(number) + 86_400_000 : null;
    db()
      .insert(newsletterReaders)
      .values({ contactId: id, ownerId, askedAt: when(number), confirmedAt })
      .run();
  }
}
