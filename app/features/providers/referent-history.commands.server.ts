import { and, eq } from "drizzle-orm";
import { db } from "~/db/client.server";
import { providers, referentChanges } from "~/db/schema/providers.server";
import { dayAt } from "~/features/organisations/zone.queries.server";
import { newId } from "~/lib/ids";

export interface ReferentChange {
  ownerId: string;
  providerId: string;
  fromUserId: string | null;
  toUserId: string | null;
  byId: string | null;
  at: number;
  handoverId?: string;
  note?: string;
}

/** Keeps that a provider's referent changed, from today on; inside a command's own transaction. */
export function keepReferentChange(change: ReferentChange): void {
  const { byId, at, handoverId = null, note = "", ...row } = change;
  if (row.fromUserId === row.toUserId) return;
  const startsOn = dayAt(row.ownerId, at);
  db()
    .insert(referentChanges)
    .values({ id: newId(), ...row, handoverId, note, startsOn, createdById: byId, createdAt: at, doneAt: at })
    .run();
}

/** Gives a provider its new referent, if the former one still is; answers whether it did. Inside a command's own transaction. */
export function changeReferent(change: { providerId: string; fromUserId: string | null; toUserId: string | null }): boolean {
  const still = and(eq(providers.id, change.providerId), eq(providers.referentId, change.fromUserId ?? ""));
  return db().update(providers).set({ referentId: change.toUserId }).where(still).run().changes > 0;
}
