import { and, asc, eq, isNull } from "drizzle-orm";
import { config } from "~/config.server";
import { db } from "~/db/client.server";
import { resources } from "~/db/schema/resources.server";
import { workshopResources } from "~/db/schema/workshops.server";
import { paths } from "~/paths";

/** What a workshop gives to read, before or after it. */
export interface Given {
  id: string;
  title: string;
  /** Where it opens for this reader; null where it would ask a visitor for an account. */
  to: string | null;
}

interface Reader {
  /** Before the workshop or after it. */
  moment: "before" | "after";
  /** A host who has, or may have, a login: what is not public opens in their space. */
  isHost: boolean;
}

/** The resources that a workshop gives, published ones alone, by title. */
export function listGiven(workshopId: string, { moment, isHost }: Reader): Given[] {
  return db()
    .select({
      id: resources.id,
      title: resources.title,
      slug: resources.slug,
      visibility: resources.visibility,
      ownerId: resources.ownerId,
    })
    .from(workshopResources)
    .innerJoin(resources, eq(resources.id, workshopResources.resourceId))
    .where(
      and(
        eq(workshopResources.workshopId, workshopId),
        eq(workshopResources.moment, moment),
        eq(resources.state, "published"),
        isNull(resources.deletedAt),
      ),
    )
    .orderBy(asc(resources.title))
    .all()
    .map(({ id, title, slug, visibility, ownerId }) => {
      const isPublic = visibility === "public" && ownerId !== null;
      return { id, title, to: isPublic ? paths.publicResource(slug) : isHost ? paths.myResource(slug) : null };
    });
}

/** The same as a paragraph of a mail, each title with its address under it, or how to have it; none where nothing is given. */
export function givenLines(words: { label: string; ask: string }, given: readonly Given[]): string[] {
  if (given.length === 0) return [];
  const lines = given.flatMap(({ title, to }) => (to ? [title, new URL(to, config().appUrl).href] : [`${title} (${words.ask})`]));
  return [[words.label, ...lines].join("\n")];
}
