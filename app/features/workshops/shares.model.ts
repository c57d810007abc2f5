import type { OfficePeople } from "~/features/coaching/shares.model";
import type { PresenceState } from "~/lib/vocabulary";

interface Expected {
  /** The office that counts this person; null: the workshop's own. */
  organisationId: string | null;
  presence: PresenceState | null;
}

interface Held {
  ownerId: string;
  /** People who came and are not named: the owner's. */
  headCount: number;
  expected: readonly Expected[];
}

/** Each office's people at a workshop: who was there, excused, absent. Whoever is not marked was absent. */
export function countPeople({ ownerId, headCount, expected }: Held): OfficePeople[] {
  const counts = new Map<string, OfficePeople>();
  const of = (organisationId: string): OfficePeople => {
    const found = counts.get(organisationId) ?? { organisationId, supports: 0, excused: 0, absent: 0 };
    counts.set(organisationId, found);
    return found;
  };
  if (headCount > 0) of(ownerId).supports += headCount;
  for (const { organisationId, presence } of expected) of(organisationId ?? ownerId)[countedAs[presence ?? "absent"]] += 1;
  return [...counts.values()];
}

const countedAs = { present: "supports", excused: "excused", absent: "absent" } as const;
