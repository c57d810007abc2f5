import { cleanText, number } from "~/lib/json-values";

/** « 37 000 », « F-37000 », « 37000 CEDEX 1 » and a number that lost its zero (1400 → 01400) are postcodes; other text is none. */
export function postcodeOf(raw: string | null): string | null {
  const bare = raw?.replaceAll(/\s/g, "").replace(/^(?:fr?-?)(?=\d)|(?:\.0+|cedex\d*)$/gi, "") ?? "";
  if (/^\d{5}$/.test(bare)) return bare;
  return /^\d{4}$/.test(bare) ? `0${bare}` : null;
}

/** Five characters, Corsica's letters included; a lost zero is given back. */
export function inseeOf(raw: string | null): string | null {
  const code = raw?.trim().toUpperCase() ?? "";
  if (/^(?:\d{5}|2[AB]\d{3})$/.test(code)) return code;
  return /^\d{4}$/.test(code) ? `0${code}` : null;
}

/** Both, or none: zero-zero and what is off the globe were never measured. */
export function pointOf(latitude: unknown, longitude: unknown): { latitude: number | null; longitude: number | null } {
  const [lat, lng] = [number(latitude), number(longitude)];
  if (lat === null || lng === null || Math.abs(lat) > 90 || Math.abs(lng) > 180 || (lat === 0 && lng === 0)) {
    return { latitude: null, longitude: null };
  }
  return { latitude: lat, longitude: lng };
}

/** ISO day of « 2023-08-16 », « 2020-06-04T10:00… », « 29/11/2022 … » or `/Date(ms)/`; else null. */
export function dayOf(raw: string | null): string | null {
  if (raw === null) return null;
  const iso = /^(\d{4})-(\d{2})-(\d{2})/.exec(raw);
  if (iso) return realDay(`${iso[1]}-${iso[2]}-${iso[3]}`);
  const french = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})/.exec(raw);
  if (french) return realDay(`${french[3]}-${(french[2] ?? "").padStart(2, "0")}-${(french[1] ?? "").padStart(2, "0")}`);
  const millis = /^\/?Date\((-?\d{1,15})/.exec(raw.replaceAll("\\", "").replace(/^\//, ""));
  if (!millis) return null;
  const at = new Date(Number(millis[1]));
  return Number.isNaN(at.getTime()) ? null : at.toISOString().slice(0, 10);
}

function realDay(day: string): string | null {
  const at = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(day) ? day : null;
}

/** Lines of an address on one: repeated and empty ones left out. */
export function streetOf(lines: readonly (string | null)[]): string | null {
  const kept = lines.map((line) => cleanText(line ?? "").replace(/[,;]+$/, "")).filter((line) => line !== "");
  return kept.length > 0 ? [...new Set(kept)].join(", ") : null;
}

/** People or seats, as a whole number above zero; « 12 personnes » too. */
export function capacityOf(value: unknown): number | null {
  const count = number(
    typeof value === "string" ? value.replace(/\s*(?:pers|pax|places?|couverts?|lits?)\b.*$|\s*personnes?.*$/i, "") : value,
  );
  return count !== null && count > 0 && count < 100_000 ? Math.round(count) : null;
}

/** 14 digits; their key is checked where it is shown (a wrong one is a warning). */
export function siretOf(raw: string | null): string | null {
  const digits = raw?.replaceAll(/[\s\u00a0.]/g, "") ?? "";
  return /^\d{14}$/.test(digits) ? digits : null;
}
