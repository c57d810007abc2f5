import type { EstablishmentKind, SessionChannel } from "~/lib/vocabulary";

/** What the summaries need of a session, before and after a change. */
export interface SessionFact {
  ownerId: string;
  kind: "individual" | "group" | "other_work";
  heldOn: string;
  theme: string | null;
  channel: string | null;
  durationMinutes: number;
  preparationMinutes: number;
  travelMinutes: number;
  travelKilometres: number;
  /** Present people and head-count; a one-to-one at least 1; other work none. */
  supports: number;
  /** Up to the office's limit: counted apart (conseil rapide). */
  isShortAdvice: boolean;
  excused: number;
  absent: number;
  facilitatorIds: readonly string[];
  /** Supports by provider: present people of it, at least 1 each. */
  providers: readonly ProviderSupports[];
  /** What each office takes of a pooled session, the owner's too; empty where it is the owner's alone. */
  shares: readonly ShareFact[];
}

interface ProviderSupports {
  providerId: string;
  supports: number;
}

/** One office's part of a pooled session: its people, and minutes in their proportion. */
export interface ShareFact {
  officeId: string;
  supports: number;
  minutes: number;
  excused: number;
  absent: number;
  /** The office's own, where it is not the session's owner. */
  providers: readonly ProviderSupports[];
}

/** What an office counts of a session: `sessions` is 1 at its owner, 0 at an office that took part in it. */
export interface OfficeFact extends SessionFact {
  sessions: 0 | 1;
}

/**
 * A session as each office counts it (design §2): the session itself, preparation and travel at its
 * owner, people and minutes by share.
 */
export function partsOf(fact: SessionFact): OfficeFact[] {
  if (fact.shares.length === 0) return [{ ...fact, sessions: 1 }];
  return fact.shares.map(({ officeId, minutes, providers, supports, excused, absent }) => {
    const part = { ...fact, supports, excused, absent, durationMinutes: minutes };
    if (officeId === fact.ownerId) return { ...part, sessions: 1 };
    const nothing = { isShortAdvice: false, preparationMinutes: 0, travelMinutes: 0, travelKilometres: 0 };
    return { ...part, ...nothing, ownerId: officeId, providers, sessions: 0 };
  });
}

export interface Presence {
  presence: "present" | "excused" | "absent";
  providerId?: string | null;
}

/**
 * Supports of a session (design §2): one per present person, recorded or head-count; a one-to-one
 * counts its present contacts, at least 1; other work counts none.
 */
export function countSupports(kind: SessionFact["kind"], participants: readonly Presence[], headCount: number): number {
  if (kind === "other_work") return 0;
  const present = participants.filter((one) => one.presence === "present").length + headCount;
  return kind === "individual" ? Math.max(present, 1) : present;
}

/** Supports by provider: what distinct and new providers are counted from. */
export function supportsByProvider(participants: readonly Presence[]): { providerId: string; supports: number }[] {
  const counts = new Map<string, number>();
  for (const one of participants) {
    if (one.presence === "present" && one.providerId) counts.set(one.providerId, (counts.get(one.providerId) ?? 0) + 1);
  }
  return [...counts].map(([providerId, supports]) => ({ providerId, supports }));
}

/** What a session adds to the figures of its period; minutes, kilometres and people. */
export interface Counts {
  sessions: number;
  shortAdvices: number;
  supports: number;
  /** Contact: a session's duration once. */
  minutes: number;
  preparationMinutes: number;
  travelMinutes: number;
  otherMinutes: number;
  kilometres: number;
  excused: number;
  absent: number;
}

/** Counts of one month and kind, as the summaries and the facts both give them. */
export interface MonthlyCounts extends Omit<Counts, "otherMinutes"> {
  month: string;
  kind: SessionFact["kind"];
}

/** The rows added up: other work counts as hours used, never as sessions or contact. */
export function addUp(rows: readonly MonthlyCounts[]): Counts {
  const total: Counts = {
    sessions: 0,
    shortAdvices: 0,
    supports: 0,
    minutes: 0,
    preparationMinutes: 0,
    travelMinutes: 0,
    otherMinutes: 0,
    kilometres: 0,
    excused: 0,
    absent: 0,
  };
  for (const row of rows) {
    const isOther = row.kind === "other_work";
    total.sessions += isOther ? 0 : row.sessions;
    total.minutes += isOther ? 0 : row.minutes;
    total.otherMinutes += isOther ? row.minutes : 0;
    total.shortAdvices += row.shortAdvices;
    total.supports += row.supports;
    total.preparationMinutes += row.preparationMinutes;
    total.travelMinutes += row.travelMinutes;
    total.kilometres += row.kilometres;
    total.excused += row.excused;
    total.absent += row.absent;
  }
  return total;
}

/** What narrows the sessions counted; the figures are those of the whole sessions that match. */
export interface Narrowing {
  facilitator?: string | undefined;
  kind?: SessionFact["kind"] | undefined;
  theme?: string | undefined;
  channel?: SessionChannel | undefined;
  /** Sessions where a provider of this kind was present. */
  providerKind?: EstablishmentKind | undefined;
  /** INSEE code: sessions where a provider of this commune was present. */
  commune?: string | undefined;
  funder?: string | undefined;
  /** Sessions that carry this tag. */
  tag?: string | undefined;
}

/** Whether only the facts can answer. */
export function isNarrowed({ facilitator, kind, theme, channel, providerKind, commune, funder, tag }: Narrowing): boolean {
  return [facilitator, kind, theme, channel, providerKind, commune, funder, tag].some((value) => value !== undefined);
}

/** Which providers a figure of the coverage counts. */
export const reaches = [
  "known",
  "reached",
  "newProviders",
  "followed",
  "again",
  "never",
  "longSince",
  "inScope",
  "reachedInScope",
  "ownSite",
  "https",
  "onlineBooking",
  "googleProfile",
] as const;
export type Reach = (typeof reaches)[number];

/** Which plan actions a figure counts. */
export const actionSets = ["created", "done", "open", "late"] as const;
export type ActionSet = (typeof actionSets)[number];

/** What the sessions behind a figure add to it: people, or minutes. */
export const sessionSets = [
  "shortAdvices",
  "expected",
  "absences",
  "noShow",
  "noShowIndividual",
  "noShowGroup",
  "used",
  "preparation",
  "travel",
  "otherWork",
] as const;
export type SessionSet = (typeof sessionSets)[number];

/** Which workshops a figure counts: held in the period and what came of them, or with people waiting for a seat. */
export const workshopSets = ["held", "attended", "filled", "answered", "recommended", "waiting"] as const;
export type WorkshopSet = (typeof workshopSets)[number];

/** A page of a list of rows; a file reads larger ones than a screen. */
export interface RowsPage {
  after?: string | undefined;
  /** Rows on the page; 50 where it is not said. */
  size?: number | undefined;
}
export const rowsOnPage = 50;

/** Months without a support after which a provider counts as not met for long. */
export const longSinceMonths = 12;
