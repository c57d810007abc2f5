import { and, eq, gte, inArray, isNull, ne } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import { config } from "~/config.server";
import { db } from "~/db/client.server";
import { workshopFacilitators, workshopParts, workshopRegistrations, workshops } from "~/db/schema/workshops.server";
import { paths } from "~/paths";
import type { CalendarEntry } from "./calendar.server";

/** The workshops that a person holds, or that a provider is registered to, for their feed; cancelled ones say so. */
export function workshopEntries(owner: Actor, asked: { from: string; providerId?: string }): CalendarEntry[] {
  const { providerId } = asked;
  const mine = providerId === undefined ? heldBy(owner.userId) : joinedBy(providerId);
  const rows = db()
    .select({ part: workshopParts, workshop: workshops })
    .from(workshopParts)
    .innerJoin(workshops, eq(workshops.id, workshopParts.workshopId))
    .where(
      and(
        inArray(workshops.id, mine),
        isNull(workshops.deletedAt),
        ne(workshops.state, "draft"),
        gte(workshopParts.heldOn, asked.from),
      ),
    )
    .orderBy(workshopParts.startsAt)
    .limit(1000)
    .all();
  return rows.map(({ part, workshop }) => ({
    // The same as in the programme's calendar and in the mails of a registration.
    uid: `${part.id}@${new URL(config().appUrl).hostname}`,
    sequence: workshop.sequence,
    changedAt: workshop.cancelledAt ?? workshop.publishedAt ?? workshop.createdAt,
    summary: workshop.title,
    location: [workshop.placeName, workshop.communeName].filter(Boolean).join(", "),
    url: `${config().appUrl}${providerId === undefined ? paths.workshop(workshop.id) : paths.myWorkshop(workshop.id)}`,
    isCancelled: workshop.state === "cancelled",
    when: { startsAt: part.startsAt, endsAt: part.endsAt },
  }));
}

const heldBy = (userId: string) =>
  db().select({ id: workshopFacilitators.workshopId }).from(workshopFacilitators).where(eq(workshopFacilitators.userId, userId));

const joinedBy = (providerId: string) =>
  db()
    .select({ id: workshopRegistrations.workshopId })
    .from(workshopRegistrations)
    .where(and(eq(workshopRegistrations.providerId, providerId), eq(workshopRegistrations.state, "registered")));
