import { and, eq, inArray, isNull, or, type SQL } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import { ownersWhere } from "~/access/can";
import { scope } from "~/access/scopes.server";
import { db } from "~/db/client.server";
import { organisations } from "~/db/schema/organisations.server";
import { providers } from "~/db/schema/providers.server";
import { resourceCollections, resources } from "~/db/schema/resources.server";

/**
 * What the actor may read: published, and shipped, shared with the network or public; or of one's own office, as its
 * staff or one of its providers; or of the territory above it. Drafts only where one may edit.
 */
export function readable(actor: Actor): SQL | undefined {
  const shown = or(eq(resources.state, "published"), scope(actor, "resource.edit", { ownerId: resources.ownerId }));
  return and(isNull(resources.deletedAt), sharedWith(actor, resources), shown);
}

/** All that `readable` asks of an actor: under it, what one may read can be kept. */
export function readerKey(actor: Actor): string {
  const held = actor.memberships.map((grant) => grant.organisationId);
  return JSON.stringify([ownersWhere(actor, "resource.read"), ownersWhere(actor, "resource.edit"), held, actor.providerIds]);
}

/** The same of collections, which have no draft. */
export function readableCollections(actor: Actor): SQL | undefined {
  return and(isNull(resourceCollections.deletedAt), sharedWith(actor, resourceCollections));
}

type Shared = typeof resources | typeof resourceCollections;

function sharedWith(actor: Actor, { ownerId, visibility }: Shared): SQL | undefined {
  const mine = or(scope(actor, "resource.read", { ownerId }), inArray(ownerId, officesOfHost(actor)));
  return or(isNull(ownerId), inArray(visibility, ["network", "public"]), ofTerritory(actor, { ownerId, visibility }), mine);
}

/** The offices of the providers that the actor signs in for. */
const officesOfHost = (actor: Actor) =>
  db()
    .select({ ownerId: providers.ownerId })
    .from(providers)
    .where(inArray(providers.id, [...actor.providerIds, ""]));

/** The organisations that the actor works at, or is a host of. */
export function listHomes(actor: Actor): Set<string> {
  const hosts = officesOfHost(actor).all();
  return new Set([...actor.memberships.map((grant) => grant.organisationId), ...hosts.map((row) => row.ownerId)]);
}

/** What is shared with a territory: written by an organisation above the actor's, or by a sister office under it. */
function ofTerritory(actor: Actor, { ownerId, visibility }: Pick<Shared, "ownerId" | "visibility">): SQL | undefined {
  const held = actor.memberships.map((grant) => grant.organisationId);
  const above = db()
    .select({ id: organisations.parentId })
    .from(organisations)
    .where(or(inArray(organisations.id, [...held, ""]), inArray(organisations.id, officesOfHost(actor))));
  const around = db().select({ id: organisations.id }).from(organisations).where(inArray(organisations.parentId, above));
  return and(eq(visibility, "territory"), or(inArray(ownerId, above), inArray(ownerId, around)));
}
