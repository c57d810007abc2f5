/** Fields of an establishment that a source fills (design 3.4); socials and marketplaces are one field a service. */
export const plainFields = [
  "name",
  "kind",
  "street",
  "postcode",
  "inseeCode",
  "communeName",
  "latitude",
  "longitude",
  "capacity",
  "website",
  "bookingUrl",
  "siret",
] as const;
/** Fields that hold several values, kept as a sorted JSON list. */
export const listFields = ["phones", "emails", "labels", "contactName"] as const;
export type PlainField = (typeof plainFields)[number];
export type ListField = (typeof listFields)[number];

/** Values by field as `establishment_source_values` keeps them: texts, lists as JSON; null or absent for none. */
export type SourceValues = Map<string, string | null>;

export const isListField = (field: string): field is ListField => listFields.some((one) => one === field);

export function encodeList(values: readonly string[]): string | null {
  return values.length === 0 ? null : JSON.stringify([...new Set(values)].sort());
}

export function decodeList(value: string | null | undefined): string[] {
  const read: unknown = value ? JSON.parse(value) : [];
  return Array.isArray(read) ? read.map(String) : [];
}

/** A label with its rating, one text: « Clévacances|3 clés ». */
export const encodeLabel = ({ label, rating }: { label: string; rating: string | null }) =>
  rating ? `${label}|${rating}` : label;

export function decodeLabel(text: string): { label: string; rating: string | null } {
  const cut = text.lastIndexOf("|");
  return cut < 0 ? { label: text, rating: null } : { label: text.slice(0, cut), rating: text.slice(cut + 1) };
}

interface Asked {
  field: string;
  /** What the record holds today. */
  current: string | null;
  /** What this source gave last; undefined when it never gave this field. */
  last: string | null | undefined;
  /** What it gives now; null leaves the field alone (absence is not deletion). */
  next: string | null;
}

/**
 * Whose a field is, now that its source speaks again: `source` is to be written, `person` is shown and
 * left alone, `agreed` is the source taking over a person's correction, undefined is nothing new.
 */
export function judgeField(asked: Asked): "source" | "person" | "agreed" | undefined {
  const { last, next } = asked;
  if (next === null) return undefined;
  const current = comparable(asked);
  if (current === next) return last === undefined || last === next ? undefined : "agreed";
  if (last === undefined) return current === null ? "source" : "person";
  return current === last ? "source" : "person";
}

/** A list is compared on what the source has to do with: a person's additions are not a difference. */
function comparable({ field, current, last, next }: Asked): string | null {
  if (!isListField(field)) return current;
  const values = decodeList(current);
  const given = decodeList(next);
  if (last === undefined) return given.every((one) => values.includes(one)) ? next : current;
  const concerned = new Set([...decodeList(last), ...given]);
  return encodeList(values.filter((one) => concerned.has(one)));
}

/** The value that a person's correction gave a source's field; undefined while the source still owns it. */
export function correctionOf(
  field: string,
  current: string | null,
  last: string | null,
): { newValue: string | null } | undefined {
  if (!isListField(field)) return current === last ? undefined : { newValue: current };
  const values = decodeList(current);
  return decodeList(last).every((one) => values.includes(one)) ? undefined : { newValue: current };
}
