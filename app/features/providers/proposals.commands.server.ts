import { eq } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import { type Authorized, authorize } from "~/access/authorized";
import { run } from "~/commands/run.server";
import { db } from "~/db/client.server";
import { recordProposals } from "~/db/schema/own-data.server";
import { RuleError } from "~/lib/errors";
import { contactSchema } from "./contact.form";
import { correctContact } from "./contacts.commands.server";
import { getContact } from "./contacts.queries.server";
import { establishmentSchema } from "./establishment.form";
import { correctEstablishment } from "./establishments.commands.server";
import { getEstablishment } from "./establishments.queries.server";
import type { ProposalInput } from "./proposals.form";
import { readOwnValue } from "./proposals.queries.server";

type Proposal = typeof recordProposals.$inferSelect;

/** A provider proposes a correction of its own record; nothing changes before the office's yes. Throws NotFoundError for a row of others. */
export function proposeCorrection(
  actor: Actor,
  provider: Authorized<{ id: string; ownerId: string }, "provider.propose">,
  input: ProposalInput,
): { id: string } {
  return run(actor, { name: "provider.propose", id: input.id, input, ownerId: provider.ownerId }, ({ now }) => {
    const oldValue = readOwnValue(provider.id, input);
    const row = { ...input, ownerId: provider.ownerId, providerId: provider.id, oldValue, proposedById: actor.userId };
    db()
      .insert(recordProposals)
      .values({ ...row, createdAt: now })
      .run();
    return { id: input.id };
  });
}

/**
 * The office's yes or no. A yes corrects the record as its own form would (history, « À reporter dans
 * le SIT »). Throws RuleError `decidedAlready`, `proposalInvalid`.
 */
export function decideProposal(
  actor: Actor,
  proposal: Authorized<Proposal, "provider.correct">,
  given: { isAccepted: boolean; reply: string },
): void {
  const command = { name: "provider.decideProposal", id: proposal.id, input: given, ownerId: proposal.ownerId, isOnce: false };
  run(actor, command, ({ now }) => {
    if (proposal.decidedAt !== null) throw new RuleError("decidedAlready");
    if (given.isAccepted) applyProposal(actor, proposal);
    const decision = given.isAccepted ? ("accepted" as const) : ("refused" as const);
    db()
      .update(recordProposals)
      .set({ decision, reply: given.reply, decidedAt: now, decidedById: actor.userId })
      .where(eq(recordProposals.id, proposal.id))
      .run();
  });
}

function applyProposal(actor: Actor, proposal: Proposal): void {
  const change = { [proposal.field]: proposal.newValue };
  if (proposal.subject === "contact") {
    const row = getContact(actor, proposal.subjectId, "provider.correct");
    const parsed = contactSchema.safeParse({ ...filled(row), ...consentsOf(row), ...change });
    if (!parsed.success) throw new RuleError("proposalInvalid");
    correctContact(actor, authorize(actor, "provider.correct", row), parsed.data);
    return;
  }
  const row = getEstablishment(actor, proposal.subjectId);
  const parsed = establishmentSchema.safeParse({
    ...filled(row),
    commune: row.commune ?? row.communeName ?? "",
    ...numbersAsTyped(row),
    ...change,
  });
  if (!parsed.success) throw new RuleError("proposalInvalid");
  correctEstablishment(actor, authorize(actor, "provider.correct", row), parsed.data);
}

/** A row as its form would send it: what is empty is left out. */
const filled = (row: object): Record<string, unknown> =>
  Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null));

const dayOf = (instant: number | null) => (instant === null ? undefined : new Date(instant).toISOString().slice(0, 10));

const consentsOf = (row: {
  invitationsRefusedAt: number | null;
  newsletterConsentAt: number | null;
  picturesConsentAt: number | null;
}) => ({
  invitationsRefused: row.invitationsRefusedAt !== null,
  newsletterConsentOn: dayOf(row.newsletterConsentAt),
  picturesConsentOn: dayOf(row.picturesConsentAt),
});

const numbersAsTyped = (row: { latitude: number | null; longitude: number | null }) => ({
  latitude: row.latitude === null ? undefined : String(row.latitude),
  longitude: row.longitude === null ? undefined : String(row.longitude),
});
