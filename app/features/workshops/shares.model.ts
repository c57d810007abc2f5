interface Present {
  /** The office that counts this person; null: the workshop's own. */
  organisationId: string | null;
}

interface Held {
  ownerId: string;
  minutes: number;
  /** People who came and are not named: the owner's. */
  headCount: number;
  present: readonly Present[];
}

/**
 * What each office takes of a pooled workshop: a support per person of theirs who was there, and minutes
 * in that proportion, rounded, the owner taking what is left (design §2). Empty where one office alone came.
 */
export function sharesOf({ ownerId, minutes, headCount, present }: Held) {
  const supports = new Map<string, number>(headCount > 0 ? [[ownerId, headCount]] : []);
  for (const one of present) {
    const id = one.organisationId ?? ownerId;
    supports.set(id, (supports.get(id) ?? 0) + 1);
  }
  const total = [...supports.values()].reduce((sum, count) => sum + count, 0);
  if ([...supports.keys()].every((id) => id === ownerId)) return [];
  const others = [...supports]
    .filter(([id]) => id !== ownerId)
    .map(([organisationId, count]) => ({ organisationId, supports: count, minutes: Math.round((minutes * count) / total) }));
  const given = others.reduce((sum, one) => sum + one.minutes, 0);
  const own = { organisationId: ownerId, supports: supports.get(ownerId) ?? 0, minutes: Math.max(minutes - given, 0) };
  return own.supports > 0 ? [own, ...others] : others;
}
