import { and, asc, desc, eq, gte, inArray, isNull, lte, or } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import { rules } from "~/access/can";
import { scope } from "~/access/scopes.server";
import { db } from "~/db/client.server";
import { memberships, users } from "~/db/schema/accounts.server";
import { tags } from "~/db/schema/organisations.server";
import { partnerships, providers, providerTags } from "~/db/schema/providers.server";
import { dayAt } from "~/features/organisations/zone.queries.server";
import { now } from "~/lib/clock";
import { NotFoundError } from "~/lib/errors";

/** Who may follow a provider of this office today, by name. */
export function listPossibleReferents(ownerId: string) {
  const today = dayAt(ownerId, now());
  return db()
    .selectDistinct({ id: users.id, name: users.name })
    .from(memberships)
    .innerJoin(users, eq(users.id, memberships.userId))
    .where(
      and(
        eq(memberships.organisationId, ownerId),
        inArray(memberships.role, [...rules["provider.coach"].own]),
        lte(memberships.startsOn, today),
        or(isNull(memberships.endsOn), gte(memberships.endsOn, today)),
        isNull(users.suspendedAt),
      ),
    )
    .orderBy(asc(users.name))
    .limit(200)
    .all();
}

/** The office's words on a provider that the caller has in scope, sorted. */
export function listTagNames(providerId: string): string[] {
  const rows = db()
    .select({ name: tags.name })
    .from(providerTags)
    .innerJoin(tags, eq(tags.id, providerTags.tagId))
    .where(eq(providerTags.providerId, providerId))
    .all();
  return rows.map((row) => row.name).sort((a, b) => a.localeCompare(b));
}

/** A provider's partnerships by year, the newest first; the caller has it in scope. */
export function listPartnerships(providerId: string) {
  return db()
    .select({ year: partnerships.year, level: partnerships.level })
    .from(partnerships)
    .where(eq(partnerships.providerId, providerId))
    .orderBy(desc(partnerships.year))
    .limit(50)
    .all();
}

/** A provider that was deleted, for its undo; throws NotFoundError out of sight. */
export function getDeletedProvider(actor: Actor, providerId: string) {
  const row = db()
    .select({ id: providers.id, ownerId: providers.ownerId, name: providers.name })
    .from(providers)
    .where(
      and(
        scope(actor, "provider.delete", { ownerId: providers.ownerId }),
        eq(providers.id, providerId),
        isNull(providers.mergedIntoId),
      ),
    )
    .get();
  if (!row) throw new NotFoundError("provider");
  return row;
}

/** The levels of partnership that this office has used, sorted: what a form suggests. */
export function listLevels(ownerId: string): string[] {
  return db()
    .selectDistinct({ level: partnerships.level })
    .from(partnerships)
    .where(eq(partnerships.ownerId, ownerId))
    .orderBy(asc(partnerships.level))
    .limit(30)
    .all()
    .map((row) => row.level);
}
