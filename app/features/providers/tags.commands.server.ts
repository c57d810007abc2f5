import { and, eq } from "drizzle-orm";
import { db } from "~/db/client.server";
import { tags } from "~/db/schema/organisations.server";
import { providerTags } from "~/db/schema/providers.server";
import { newId } from "~/lib/ids";

/** Gives a provider these words of its office and no others, new ones made; inside a command's own transaction. */
export function setProviderTags(provider: { id: string; ownerId: string }, names: readonly string[], at: number): void {
  db().delete(providerTags).where(eq(providerTags.providerId, provider.id)).run();
  for (const name of names) {
    const tagId = ensureTag(provider.ownerId, name, at);
    db().insert(providerTags).values({ providerId: provider.id, tagId }).onConflictDoNothing().run();
  }
}

function ensureTag(ownerId: string, name: string, at: number): string {
  const known = db()
    .select({ id: tags.id })
    .from(tags)
    .where(and(eq(tags.ownerId, ownerId), eq(tags.name, name)))
    .get();
  if (known) return known.id;
  const id = newId();
  db().insert(tags).values({ id, ownerId, name, createdAt: at }).run();
  return id;
}
