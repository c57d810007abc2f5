/** A workshop's form as it stands: typed, saved, or new. Plain data. */
export interface TypedWorkshop {
  values: Record<string, string>;
  lists: Record<"themes" | "facilitators" | "resourcesBefore" | "resourcesAfter" | "reminders", string[]>;
  parts: { day: string; from: string; to: string }[];
  questions: { id: string; label: string; kind: string; choices: string; isRequired: boolean }[];
  /** Numbers by id. */
  equipment: Record<string, string>;
  shares: Record<string, string>;
}

export const listFields = ["themes", "facilitators", "resourcesBefore", "resourcesAfter", "reminders"] as const;
