import { and, eq, isNull } from "drizzle-orm";
import { db } from "~/db/client.server";
import { tags } from "~/db/schema/organisations.server";
import { RuleError } from "~/lib/errors";
import { fold } from "~/lib/fold";
import { newId } from "~/lib/ids";
import type { SessionInput } from "./form";
import { namesIn } from "./model";

interface Tagged {
  office: { id: string };
  at: number;
}

/**
 * The tags of a session: those ticked, and the new words, made once whatever their case and accents.
 * Throws RuleError `unknownChoice` for a tag that is neither the office's nor already on the session.
 */
export function chosenTags(place: Tagged, input: Pick<SessionInput, "tags" | "newTags">, before: readonly string[]): Set<string> {
  if (!input.newTags && !input.tags?.length) return new Set();
  const ofOffice = db()
    .select({ id: tags.id, name: tags.name })
    .from(tags)
    .where(and(eq(tags.ownerId, place.office.id), isNull(tags.endedAt)))
    .all();
  const known = new Set([...ofOffice.map((one) => one.id), ...before]);
  const asked = input.tags ?? [];
  if (asked.some((id) => !known.has(id))) throw new RuleError("unknownChoice", {}, "tags");
  const chosen = new Set(asked);
  const byName = new Map(ofOffice.map((one) => [fold(one.name), one.id]));
  for (const name of namesIn(input.newTags ?? "")) {
    const id = byName.get(fold(name)) ?? addTag(place, name);
    byName.set(fold(name), id);
    chosen.add(id);
  }
  return chosen;
}

/** An ended tag of exactly this name comes back: the name is unique in the office. */
function addTag(place: Tagged, name: string): string {
  const ended = db()
    .select({ id: tags.id })
    .from(tags)
    .where(and(eq(tags.ownerId, place.office.id), eq(tags.name, name)))
    .get();
  if (ended) {
    db().update(tags).set({ endedAt: null }).where(eq(tags.id, ended.id)).run();
    return ended.id;
  }
  const id = newId();
  db().insert(tags).values({ id, ownerId: place.office.id, name, createdAt: place.at }).run();
  return id;
}
