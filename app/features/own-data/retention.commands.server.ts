import { and, eq, isNull, sql } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import type { Authorized } from "~/access/authorized";
import { run } from "~/commands/run.server";
import { db, sqlite } from "~/db/client.server";
import { organisations } from "~/db/schema/organisations.server";
import { providers } from "~/db/schema/providers.server";
import { dayAt } from "~/features/organisations/zone.queries.server";
import { now } from "~/lib/clock";
import { eraseProvider } from "./erasure.server";
import { expiryDay } from "./model";

/** How long an office keeps people after the last contact, months. */
export function changeRetention(
  actor: Actor,
  office: Authorized<{ id: string; ownerId: string }, "organisation.settings">,
  months: number,
): void {
  const command = { name: "ownData.changeRetention", id: office.id, input: { months }, ownerId: office.ownerId, isOnce: false };
  run(actor, command, () => {
    db().update(organisations).set({ retentionMonths: months }).where(eq(organisations.id, office.id)).run();
  });
}

/** Forgets the people of providers whose last contact is older than their office keeps; at most 50 a turn. Answers how many. */
export function purgeExpired(): { purged: number } {
  const at = now();
  let purged = 0;
  for (const row of listKept()) {
    if (row.lastOn >= expiryDay(dayAt(row.ownerId, at), row.months) || purged >= 50) continue;
    const { lastOn } = row;
    sqlite()
      .transaction(() => eraseProvider(row, { reason: "retention", actorId: null, at, lastOn }))
      .immediate();
    purged += 1;
  }
  return { purged };
}

/** Every provider still known by name, with the day of its last contact: support, plan news, message, appointment, workshop, or entry. */
function listKept() {
  const lastOn = sql<string>`max(coalesce(${providers.lastSupportOn}, ''), date(${providers.createdAt} / 1000, 'unixepoch'),
    coalesce((SELECT date(max(p.last_news_at) / 1000, 'unixepoch') FROM action_plans p WHERE p.provider_id = ${providers.id}), ''),
    coalesce((SELECT date(max(m.created_at) / 1000, 'unixepoch') FROM messages m WHERE m.provider_id = ${providers.id}), ''),
    coalesce((SELECT max(a.held_on) FROM appointments a WHERE a.provider_id = ${providers.id}), ''),
    coalesce((SELECT max(w.held_on) FROM workshop_registrations r JOIN workshops w ON w.id = r.workshop_id
      WHERE r.provider_id = ${providers.id}), ''))`;
  return db()
    .select({ providerId: providers.id, ownerId: providers.ownerId, months: organisations.retentionMonths, lastOn })
    .from(providers)
    .innerJoin(organisations, eq(organisations.id, providers.ownerId))
    .where(and(isNull(providers.deletedAt), isNull(providers.anonymisedAt)))
    .all();
}
