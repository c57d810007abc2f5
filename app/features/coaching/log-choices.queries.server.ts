import { and, asc, eq, inArray, isNull } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import { ownersWhere } from "~/access/can";
import { db } from "~/db/client.server";
import { keptReading } from "~/db/kept-reading.server";
import { memberships, users } from "~/db/schema/accounts.server";
import { communes, funders, tags } from "~/db/schema/organisations.server";
import { providers } from "~/db/schema/providers.server";

/** What the filters of the log offer: people, tags, funders and communes of the offices in the actor's scope. */
export function listLogChoices(actor: Actor) {
  const owners = ownersWhere(actor, "coaching.list");
  return keptReading(`coaching.logChoices ${owners.join()}`, () => readChoices(owners));
}

function readChoices(owners: string[]) {
  if (owners.length === 0) return { facilitators: [], tags: [], funders: [], communes: [] };
  const known = db()
    .select({ inseeCode: providers.inseeCode })
    .from(providers)
    .where(and(inArray(providers.ownerId, owners), isNull(providers.deletedAt)));
  return {
    facilitators: db()
      .selectDistinct({ value: users.id, label: users.name })
      .from(memberships)
      .innerJoin(users, eq(users.id, memberships.userId))
      .where(and(inArray(memberships.organisationId, owners), eq(memberships.role, "facilitator")))
      .orderBy(asc(users.name))
      .limit(300)
      .all(),
    tags: listWords(tags, owners),
    funders: listWords(funders, owners),
    communes: db()
      .select({ value: communes.inseeCode, label: communes.name })
      .from(communes)
      .where(inArray(communes.inseeCode, known))
      .orderBy(asc(communes.name))
      .limit(1000)
      .all(),
  };
}

/** A provider's name for « only with… »; undefined out of scope. */
export function findProviderName(actor: Actor, providerId: string): string | undefined {
  const owned = inArray(providers.ownerId, ownersWhere(actor, "coaching.list"));
  return db()
    .select({ name: providers.name })
    .from(providers)
    .where(and(eq(providers.id, providerId), owned))
    .get()?.name;
}

function listWords(table: typeof tags | typeof funders, owners: string[]) {
  return db()
    .select({ value: table.id, label: table.name })
    .from(table)
    .where(inArray(table.ownerId, owners))
    .orderBy(asc(table.name))
    .limit(300)
    .all();
}
