import { and, eq, isNull } from "drizzle-orm";
import { db } from "~/db/client.server";
import { organisations } from "~/db/schema/organisations.server";
import { resources } from "~/db/schema/resources.server";
import { NotFoundError } from "~/lib/errors";

/**
 * A resource that its office chose to show to everybody, with the office's name and ways to reach it. Throws
 * NotFoundError for any other: a draft, one kept for the office or the network, one taken back.
 */
export function getPublicResource(slug: string) {
  const isPublic = and(eq(resources.visibility, "public"), eq(resources.state, "published"), isNull(resources.deletedAt));
  const row = db()
    .select({
      resource: resources,
      office: { name: organisations.name, email: organisations.email, phone: organisations.phone },
    })
    .from(resources)
    .innerJoin(organisations, eq(organisations.id, resources.ownerId))
    .where(and(eq(resources.slug, slug), isPublic))
    .get();
  if (!row) throw new NotFoundError("resource");
  return row;
}
