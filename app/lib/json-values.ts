// Reading of JSON whose shape nobody promises: each function answers something safe for any value.

/** A property of an object, own ones only (a file may hold `__proto__` or `constructor`). */
export function get(value: unknown, key: string): unknown {
  return isObject(value) && Object.hasOwn(value, key) ? value[key] : undefined;
}

/** A property at the end of a path; a list met on the way answers by its first element. */
export function dig(value: unknown, ...keys: string[]): unknown {
  let found = value;
  for (const key of keys) found = get(Array.isArray(found) ? found[0] : found, key);
  return found;
}

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** One or several, the same: `undefined` → none, `x` → `[x]`, `[x, y]` as it is. */
export function list(value: unknown): unknown[] {
  if (value === undefined || value === null) return [];
  return Array.isArray(value) ? value : [value];
}

/** Text or number as trimmed text without odd spaces; the first that says something of a list or of lists; else null. */
export function text(value: unknown): string | null {
  for (const one of list(value).flat()) {
    if (typeof one !== "string" && typeof one !== "number") continue;
    const clean = cleanText(String(one));
    if (clean !== "") return clean;
  }
  return null;
}

/** All the texts of a value, or of a list. */
export function texts(value: unknown): string[] {
  return list(value)
    .map((one) => text(one))
    .filter((one) => one !== null);
}

export function cleanText(raw: string): string {
  return raw
    .replace(/[\u200b-\u200d\ufeff\0]/g, "")
    .replace(/[\s\u00a0\u202f]+/g, " ")
    .trim();
}

/** A number, or one written as text with a dot or a comma; else null. */
export function number(value: unknown): number | null {
  const one = Array.isArray(value) ? value[0] : value;
  if (typeof one === "number") return Number.isFinite(one) ? one : null;
  if (typeof one !== "string") return null;
  const plain = one.replaceAll(/[\s\u00a0\u202f]/g, "").replace(",", ".");
  if (!/^[+-]?\d{1,12}(\.\d{1,20})?$/.test(plain)) return null;
  return Number(plain);
}
