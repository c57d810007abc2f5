import { and, asc, count, desc, eq, isNull } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import { askedOffices, inAskedOffices, scope } from "~/access/scopes.server";
import { builtOnce, db } from "~/db/client.server";
import { recordProposals } from "~/db/schema/own-data.server";
import { contacts, establishments, providers } from "~/db/schema/providers.server";
import { NotFoundError } from "~/lib/errors";
import type { ProposalField } from "./proposals.model";

/** So many proposals at a time. */
export const proposalsAtATime = 50;

/** Corrections that providers proposed and nobody answered, the oldest first; at most 50, from the place asked. */
export function listOpenProposals(actor: Actor, skip = 0) {
  return db()
    .select({ proposal: recordProposals, provider: providers.name })
    .from(recordProposals)
    .innerJoin(providers, isItsProvider)
    .where(open(actor))
    .orderBy(asc(recordProposals.createdAt), asc(recordProposals.id))
    .limit(proposalsAtATime)
    .offset(skip)
    .all();
}

/** How many of them wait. */
export function countOpenProposals(actor: Actor): number {
  return openOnes().get(askedOffices(actor, "provider.correct"))?.count ?? 0;
}

const openOnes = builtOnce((orm) =>
  orm
    .select({ count: count() })
    .from(recordProposals)
    .innerJoin(providers, isItsProvider)
    .where(and(inAskedOffices(recordProposals.ownerId), isNull(recordProposals.decidedAt)))
    .prepare(),
);

const open = (actor: Actor) =>
  and(scope(actor, "provider.correct", { ownerId: recordProposals.ownerId }), isNull(recordProposals.decidedAt));
const isItsProvider = eq(providers.id, recordProposals.providerId);

/** What was proposed for a provider, and what became of it, the last first; at most 20. */
export function listProposals(actor: Actor, providerId: string) {
  return db()
    .select()
    .from(recordProposals)
    .where(and(scope(actor, "provider.view", recordProposals), eq(recordProposals.providerId, providerId)))
    .orderBy(desc(recordProposals.createdAt))
    .limit(20)
    .all();
}

/** One proposal in the scope of `provider.correct`; throws NotFoundError out of sight. */
export function getProposal(actor: Actor, proposalId: string) {
  const row = db()
    .select()
    .from(recordProposals)
    .where(and(scope(actor, "provider.correct", { ownerId: recordProposals.ownerId }), eq(recordProposals.id, proposalId)))
    .get();
  if (!row) throw new NotFoundError("proposal");
  return row;
}

/** What the record says now of a field of the provider's own establishment or contact; throws NotFoundError elsewhere. */
export function readOwnValue(
  providerId: string,
  asked: { subject: "establishment" | "contact"; subjectId: string; field: ProposalField },
): string | null {
  const table = asked.subject === "establishment" ? establishments : contacts;
  const row: Record<string, unknown> | undefined = db()
    .select()
    .from(table)
    .where(and(eq(table.id, asked.subjectId), eq(table.providerId, providerId), isNull(table.deletedAt)))
    .get();
  if (!row) throw new NotFoundError("record");
  const value = row[asked.field];
  return value === null || value === undefined ? null : String(value);
}
