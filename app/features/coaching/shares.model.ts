/** People of one office at a pooled session. */
export interface OfficePeople {
  organisationId: string;
  supports: number;
  excused: number;
  absent: number;
}

/** One office's part of a pooled session. */
export interface Share extends OfficePeople {
  minutes: number;
}

/**
 * Gives each office of a pooled session minutes in proportion of its people who were there, rounded,
 * the owner taking what is left (design §2). The owner has a part even without people. Empty where
 * the owner alone had people.
 */
export function divideMinutes(ownerId: string, minutes: number, people: readonly OfficePeople[]): Share[] {
  const others = people.filter((one) => one.organisationId !== ownerId);
  if (others.length === 0) return [];
  const total = people.reduce((sum, one) => sum + one.supports, 0);
  const shares = others.map((one) => ({ ...one, minutes: total === 0 ? 0 : Math.round((minutes * one.supports) / total) }));
  const given = shares.reduce((sum, one) => sum + one.minutes, 0);
  const own = people.find((one) => one.organisationId === ownerId) ?? {
    organisationId: ownerId,
    supports: 0,
    excused: 0,
    absent: 0,
  };
  return [{ ...own, minutes: Math.max(minutes - given, 0) }, ...shares];
}

/** The people of the owner, once its session was corrected: all of it but those whom the other offices count. */
export function withOwnPeople(ownerId: string, shares: readonly OfficePeople[], whole: Omit<OfficePeople, "organisationId">) {
  const others = shares.filter((one) => one.organisationId !== ownerId);
  const rest = (key: "supports" | "excused" | "absent") =>
    Math.max(whole[key] - others.reduce((sum, one) => sum + one[key], 0), 0);
  return [{ organisationId: ownerId, supports: rest("supports"), excused: rest("excused"), absent: rest("absent") }, ...others];
}
