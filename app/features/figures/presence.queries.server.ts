import { type SQL, sql } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import { db } from "~/db/client.server";
import { providers } from "~/db/schema/providers.server";
import { knownIn, reachedNow } from "./coverage.queries.server";
import { ofProvider, presenceConditions, presenceOf, unknownConditions } from "./presence.server";
import { type FigureAsked, officesOfFigures } from "./queries.server";

/** Known providers by what their recorded channels say: how many have each thing, and of how many nothing is noted. */
export function countPresence(actor: Actor, asked: FigureAsked) {
  const owners = officesOfFigures(actor, asked.office);
  const count = (condition: SQL) => sql<number>`coalesce(sum(${condition}), 0)`;
  const row = db()
    .select({
      known: sql<number>`count(*)`,
      ownSite: count(presenceConditions.ownSite),
      https: count(presenceConditions.https),
      onlineBooking: count(presenceConditions.onlineBooking),
      googleProfile: count(presenceConditions.googleProfile),
      noSiteNoted: count(unknownConditions.ownSite),
      noBookingNoted: count(unknownConditions.onlineBooking),
      noProfileNoted: count(unknownConditions.googleProfile),
    })
    .from(providers)
    .leftJoin(reachedNow(owners, asked), sql`now.provider_id = ${providers.id}`)
    .leftJoin(presenceOf(owners), ofProvider)
    .where(knownIn(owners, asked))
    .get();
  if (!row) throw new Error("an aggregate answers one row");
  return row;
}
