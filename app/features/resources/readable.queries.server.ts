import { and, eq, inArray, isNull, or, type SQL } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import { scope } from "~/access/scopes.server";
import { db } from "~/db/client.server";
import { organisations } from "~/db/schema/organisations.server";
import { providers } from "~/db/schema/providers.server";
import { resources } from "~/db/schema/resources.server";

/**
 * What the actor may read: published, and shipped, shared with the network or public; or of one's own office, as its
 * staff or one of its providers; or of the territory above it. Drafts only where one may edit.
 */
export function readable(actor: Actor): SQL | undefined {
  const ofMyOffice = db()
    .select({ ownerId: providers.ownerId })
    .from(providers)
    .where(inArray(providers.id, [...actor.providerIds, ""]));
  const mine = or(scope(actor, "resource.read", { ownerId: resources.ownerId }), inArray(resources.ownerId, ofMyOffice));
  const shared = or(isNull(resources.ownerId), inArray(resources.visibility, ["network", "public"]), ofTerritory(actor), mine);
  const shown = or(eq(resources.state, "published"), scope(actor, "resource.edit", { ownerId: resources.ownerId }));
  return and(isNull(resources.deletedAt), shared, shown);
}

/** What is shared with a territory: written by an organisation above the actor's, or by a sister office under it. */
function ofTerritory(actor: Actor): SQL | undefined {
  const held = actor.memberships.map((grant) => grant.organisationId);
  const above = db()
    .select({ id: organisations.parentId })
    .from(organisations)
    .where(inArray(organisations.id, [...held, ""]));
  const around = db().select({ id: organisations.id }).from(organisations).where(inArray(organisations.parentId, above));
  return and(eq(resources.visibility, "territory"), or(inArray(resources.ownerId, above), inArray(resources.ownerId, around)));
}
