import { and, eq, gte, inArray, isNull, lt, ne, type SQL } from "drizzle-orm";
import { db } from "~/db/client.server";
import { users } from "~/db/schema/accounts.server";
import { workshopFacilitators, workshopParts, workshops } from "~/db/schema/workshops.server";
import type { Span } from "./model";

/**
 * The parts of workshops that these people hold, between two instants, whoever asks: those still to
 * be held. A held one is the session that it wrote; a cancelled one takes no time.
 */
export function listWorkshopTimes(userIds: readonly string[], span: Span, where?: SQL) {
  if (userIds.length === 0) return [];
  return db()
    .select({
      id: workshopParts.id,
      workshopId: workshops.id,
      userId: workshopFacilitators.userId,
      person: users.name,
      ownerId: workshops.ownerId,
      title: workshops.title,
      place: workshops.place,
      placeName: workshops.placeName,
      zone: workshops.zone,
      state: workshops.state,
      heldOn: workshopParts.heldOn,
      startsAt: workshopParts.startsAt,
      endsAt: workshopParts.endsAt,
    })
    .from(workshopParts)
    .innerJoin(workshops, eq(workshops.id, workshopParts.workshopId))
    .innerJoin(workshopFacilitators, eq(workshopFacilitators.workshopId, workshops.id))
    .innerJoin(users, eq(users.id, workshopFacilitators.userId))
    .where(
      and(
        inArray(workshopFacilitators.userId, [...userIds]),
        isNull(workshops.deletedAt),
        ne(workshops.state, "held"),
        ne(workshops.state, "cancelled"),
        lt(workshopParts.startsAt, span.endsAt),
        gte(workshopParts.endsAt, span.startsAt),
        where,
      ),
    )
    .limit(1000)
    .all();
}
