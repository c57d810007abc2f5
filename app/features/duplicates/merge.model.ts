/** What a person chooses between two records of a provider, and of its main establishment when the two are one. */
export const providerFields = ["name", "siret", "referent", "partnership"] as const;
export const placeFields = ["kind", "address", "capacity", "registrationNumber", "openingMonths", "languages"] as const;
export type MergeField = (typeof providerFields)[number] | (typeof placeFields)[number];
export type Side = "kept" | "other";
/** Whose value stays for each field: the survivor's or the other's. */
export type Sides = Record<MergeField, Side>;

export const isNone = (value: unknown): boolean =>
  value === null || value === undefined || value === "" || (Array.isArray(value) && value.length === 0);
