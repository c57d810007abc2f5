import { and, asc, eq, isNotNull, isNull } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import { scope } from "~/access/scopes.server";
import { db } from "~/db/client.server";
import { users } from "~/db/schema/accounts.server";
import { providers } from "~/db/schema/providers.server";

/** The people who are referent of at least one provider in the actor's scope, by name. */
export function listReferents(actor: Actor) {
  return db()
    .selectDistinct({ id: users.id, name: users.name })
    .from(providers)
    .innerJoin(users, eq(users.id, providers.referentId))
    .where(
      and(
        scope(actor, "provider.list", { ownerId: providers.ownerId }),
        isNull(providers.deletedAt),
        isNotNull(providers.referentId),
      ),
    )
    .orderBy(asc(users.name))
    .limit(200)
    .all();
}
