import { and, inArray, isNull } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import { db } from "~/db/client.server";
import { establishments } from "~/db/schema/providers.server";
import { todayOf } from "~/features/organisations/zone.queries.server";
import type { EstablishmentKind } from "~/lib/vocabulary";
import { type Fit, seasonOf } from "./fit.model";

/** For whom the actor searches: the kind asked for, else those of the actor's own establishments. */
export function readFit(actor: Actor, forKind?: EstablishmentKind | undefined): Fit {
  const today = todayOf(actor);
  const kinds = forKind ? [forKind] : ownKinds(actor);
  return { kinds, season: seasonOf(today), locale: actor.locale, today, isProvider: actor.providerIds.length > 0 };
}

function ownKinds(actor: Actor): EstablishmentKind[] {
  if (actor.providerIds.length === 0) return [];
  const rows = db()
    .selectDistinct({ kind: establishments.kind })
    .from(establishments)
    .where(and(inArray(establishments.providerId, [...actor.providerIds]), isNull(establishments.deletedAt)))
    .limit(20);
  return rows.all().map((row) => row.kind);
}
