import { eq, sql } from "drizzle-orm";
import { builtOnce } from "~/db/client.server";
import { coachingSessions, sessionFacilitators, sessionParticipants } from "~/db/schema/coaching.server";
import { organisations } from "~/db/schema/organisations.server";
import { type SessionFact, supportsByProvider } from "~/features/figures/model";
import { listGuests, listShares } from "./shares.server";

export type SessionRow = typeof coachingSessions.$inferSelect;

const askedId = sql.placeholder("sessionId");

const oneSession = builtOnce((db) =>
  db
    .select({ session: coachingSessions, shortAdviceMinutes: organisations.shortAdviceMinutes })
    .from(coachingSessions)
    .innerJoin(organisations, eq(organisations.id, coachingSessions.ownerId))
    .where(eq(coachingSessions.id, askedId))
    .prepare(),
);
const itsParticipants = builtOnce((db) =>
  db.select().from(sessionParticipants).where(eq(sessionParticipants.sessionId, askedId)).prepare(),
);
const itsFacilitators = builtOnce((db) =>
  db.select().from(sessionFacilitators).where(eq(sessionFacilitators.sessionId, askedId)).prepare(),
);

/** A session as it stands in the database, for the summaries; undefined once deleted, kept out of the figures, or before it exists. */
export function readFact(sessionId: string): SessionFact | undefined {
  const row = oneSession().get({ sessionId });
  if (!row || row.session.deletedAt !== null || !row.session.isCounted) return undefined;
  const participants = itsParticipants().all({ sessionId });
  const facilitators = itsFacilitators().all({ sessionId });
  const { session } = row;
  return {
    ...session,
    isShortAdvice: session.kind === "individual" && session.durationMinutes <= row.shortAdviceMinutes,
    excused: participants.filter((one) => one.presence === "excused").length,
    absent: participants.filter((one) => one.presence === "absent").length,
    facilitatorIds: facilitators.map((one) => one.userId),
    providers: session.kind === "other_work" ? [] : supportsByProvider(participants),
    shares: sharesOf(sessionId),
  };
}

function sharesOf(sessionId: string): SessionFact["shares"] {
  const shares = listShares(sessionId);
  const guests = shares.length === 0 ? [] : listGuests(sessionId);
  return shares.map(({ organisationId, ...share }) => {
    const own = guests.filter((one) => one.organisationId === organisationId);
    return { ...share, officeId: organisationId, providers: supportsByProvider(own.map(present)) };
  });
}

const present = ({ providerId }: { providerId: string }) => ({ presence: "present" as const, providerId });
