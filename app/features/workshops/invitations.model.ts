/** Why an invitation leaves nobody at a provider's, the reason that weighs most first. */
export const withheldReasons = ["registered", "invited", "left", "noAddress", "refused", "otherWay", "season"] as const;
export type WithheldReason = (typeof withheldReasons)[number];

/** One contact of a provider, as the rules of inviting see them. */
export interface Invitable {
  contactId: string;
  /** Lower case; null where none is known. */
  email: string | null;
  hasLeft: boolean;
  hasRefused: boolean;
  prefersOtherWay: boolean;
}

export interface Candidate {
  providerId: string;
  isRegistered: boolean;
  isClosed: boolean;
  isInSeason: boolean;
  contacts: readonly Invitable[];
}

export interface Round {
  /** Addresses that an invitation to this workshop went to, or that are registered. */
  invited: ReadonlySet<string>;
  registered: ReadonlySet<string>;
  withSeason: boolean;
}

export interface Chosen {
  providerId: string;
  contactId: string;
  email: string;
}

export interface Selection {
  chosen: Chosen[];
  withheld: { providerId: string; reason: WithheldReason }[];
}

/**
 * Who gets the invitation and who does not, and why. One mail an address, whatever the number of
 * contacts and providers that share it: the first provider named carries it, the others count as invited.
 */
export function chooseInvited(candidates: readonly Candidate[], round: Round): Selection {
  const selection: Selection = { chosen: [], withheld: [] };
  const taken = new Set(round.invited);
  for (const candidate of candidates) {
    const { providerId } = candidate;
    const open = candidate.contacts.filter((one) => !whyNot(candidate, one, { ...round, invited: taken }));
    for (const { contactId, email } of open) {
      if (email === null || taken.has(email)) continue;
      taken.add(email);
      selection.chosen.push({ providerId, contactId, email });
    }
    if (open.length === 0) selection.withheld.push({ providerId, reason: reasonOf(candidate, { ...round, invited: taken }) });
  }
  return selection;
}

function reasonOf(candidate: Candidate, round: Round): WithheldReason {
  const reasons = candidate.contacts.flatMap((one) => whyNot(candidate, one, round) ?? []);
  const present = reasons.filter((reason) => reason !== "left");
  const known = present.length > 0 ? present : reasons;
  return withheldReasons.find((reason) => known.includes(reason)) ?? (candidate.isClosed ? "left" : "noAddress");
}

const rules: readonly [WithheldReason, (candidate: Candidate, one: Invitable, round: Round) => boolean][] = [
  ["registered", (candidate, one, round) => candidate.isRegistered || round.registered.has(one.email ?? "")],
  ["left", (candidate, one) => candidate.isClosed || one.hasLeft],
  ["noAddress", (_, one) => one.email === null],
  ["invited", (_, one, round) => round.invited.has(one.email ?? "")],
  ["refused", (_, one) => one.hasRefused],
  ["otherWay", (_, one) => one.prefersOtherWay],
  ["season", (candidate, _, round) => candidate.isInSeason && !round.withSeason],
];

function whyNot(candidate: Candidate, one: Invitable, round: Round): WithheldReason | undefined {
  return rules.find(([, holds]) => holds(candidate, one, round))?.[0];
}

/** What became of one invitation. */
export const invitationStates = ["registered", "declined", "none", "sending", "undelivered", "uncertain"] as const;
export type InvitationState = (typeof invitationStates)[number];

/** The seat or place on the list first, then the answer (a seat given back is a no), else what the mail became. */
export function stateOf(one: { answer: string; isRegistered: boolean; mailState: string | null }): InvitationState {
  if (one.isRegistered) return "registered";
  if (one.answer !== "none") return "declined";
  if (one.mailState === "failed") return "undelivered";
  if (one.mailState === "uncertain") return "uncertain";
  return one.mailState === "waiting" || one.mailState === "sending" ? "sending" : "none";
}

/** Offices invite at most so many at once. */
export const mostAtOnce = 500;
