import { and, eq, inArray } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import { db } from "~/db/client.server";
import { sessionShares } from "~/db/schema/coaching.server";
import { organisations } from "~/db/schema/organisations.server";
import { providers } from "~/db/schema/providers.server";
import { workshopRegistrations, workshopShares } from "~/db/schema/workshops.server";
import { shareSession } from "~/features/coaching/workshop-sessions.commands.server";
import { formatDuration } from "~/i18n/format";
import { translator } from "~/i18n/translate";
import type { WorkshopRow } from "./seats.server";
import { countPeople } from "./shares.model";

/** Writes each office's part of the session that a pooled workshop wrote, from who was there. */
export function writeShares(row: WorkshopRow, sessionId: string): void {
  const expected = db()
    .select({
      organisationId: workshopRegistrations.organisationId,
      presence: workshopRegistrations.presence,
      providerId: workshopRegistrations.providerId,
      providerOwnerId: providers.ownerId,
    })
    .from(workshopRegistrations)
    .leftJoin(providers, eq(providers.id, workshopRegistrations.providerId))
    .where(and(eq(workshopRegistrations.workshopId, row.id), eq(workshopRegistrations.state, "registered")))
    .all();
  const { ownerId, headCount } = row;
  const guests = expected.flatMap(({ presence, organisationId, providerId, providerOwnerId }) => {
    const isGuest = presence === "present" && organisationId !== ownerId && organisationId === providerOwnerId;
    return isGuest && organisationId && providerId ? [{ organisationId, providerId }] : [];
  });
  shareSession(sessionId, countPeople({ ownerId, headCount, expected }), guests);
}

/** Counts by office of a pooled workshop, nobody named: seats kept, registered, present, and the part of the session; empty where one office alone takes part. */
export function describeOfficeCounts(actor: Actor, row: WorkshopRow) {
  const kept = db().select().from(workshopShares).where(eq(workshopShares.workshopId, row.id)).all();
  const people = db()
    .select({ organisationId: workshopRegistrations.organisationId, presence: workshopRegistrations.presence })
    .from(workshopRegistrations)
    .where(and(eq(workshopRegistrations.workshopId, row.id), inArray(workshopRegistrations.state, ["registered", "offered"])))
    .all()
    .map((one) => ({ ...one, organisationId: one.organisationId ?? row.ownerId }));
  const parts = row.sessionId ? db().select().from(sessionShares).where(eq(sessionShares.sessionId, row.sessionId)).all() : [];
  const ids = [...new Set([...kept, ...people].map((one) => one.organisationId))];
  if (ids.every((id) => id === row.ownerId)) return [];
  const offices = db().select().from(organisations).where(inArray(organisations.id, ids)).orderBy(organisations.name).all();
  const t = translator(actor.locale);
  return offices.map(({ id, name }) => {
    const own = people.filter((one) => one.organisationId === id);
    const part = parts.find((one) => one.organisationId === id);
    return {
      id,
      name,
      seats: kept.find((one) => one.organisationId === id)?.seats ?? 0,
      registered: own.length,
      present: row.state === "held" ? own.filter((one) => one.presence === "present").length : null,
      part: part ? t("workshops:shares.part", { count: part.supports, duration: formatDuration(part.minutes) }) : "",
    };
  });
}
export type OfficeCount = ReturnType<typeof describeOfficeCounts>[number];
