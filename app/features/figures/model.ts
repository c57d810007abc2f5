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
  providers: readonly { providerId: string; supports: number }[];
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
