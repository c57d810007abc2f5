import { fold } from "~/lib/fold";
import { isObject, list, text } from "~/lib/json-values";
import { sortWays, type Way, type Ways, wayOfWords } from "./ways";

/** How an object is reached: packed « type|value#type|value », nested rows, or one field each. */
export function tourinsoftWays(value: unknown): Ways {
  const found = isObject(value) ? Object.entries(value).map(([key, one]) => ({ ...placeOfField(key), key, one })) : [];
  const grouped = (place: FieldPlace) => found.filter((field) => field.place === place);
  const flat = grouped("flat").flatMap(({ key, one }) =>
    text(one) === null ? [] : [{ kind: wayOfWords(spaced(key)), said: text(one) ?? "" }],
  );
  return sortWays(
    [...grouped("own").flatMap(({ one }) => waysIn(one)), ...flat],
    grouped("booking").flatMap(({ one }) => waysIn(one)),
  );
}

type FieldPlace = "own" | "booking" | "flat" | "none";

function placeOfField(key: string): { place: FieldPlace } {
  const name = fold(key).replace(/[^a-z0-9]/g, "");
  if (/reserv|resa(?!u)|billetterie/.test(name)) return { place: "booking" };
  if (/moyens?de?com|telecom|contacts?$|reseauxsociaux/.test(name)) return { place: "own" };
  return { place: flatWays.test(name) ? "flat" : "none" };
}

const flatWays =
  /^(?:tel|telephone|mobile|portable|mail|email|mel|courriel|site|siteweb|siteinternet|url|web|facebook|instagram|twitter)\d?$/;

function waysIn(value: unknown): Way[] {
  return list(value).flatMap((one) => (isObject(one) ? nested(one) : unpacked(text(one))));
}

function unpacked(packed: string | null): Way[] {
  return (packed?.split("#") ?? []).flatMap((item) => {
    const [words, ...said] = item.split("|");
    if (said.length === 0) return [{ kind: "booking" as const, said: item }];
    return said.filter((one) => one.trim() !== "").map((one) => ({ kind: wayOfWords(words ?? null), said: one }));
  });
}

/** `{TypedaccesTelecom: {ThesLibelle}, CoordonneesTelecom}`, or a field a network: `{Facebook, Instagram…}`. */
function nested(row: Record<string, unknown>): Way[] {
  const entries = Object.entries(row);
  const type = entries.map(([, one]) => (isObject(one) ? text(one.ThesLibelle) : null)).find((one) => one !== null);
  const told = entries.find(([key, one]) => /coordonnee|valeur/i.test(key) && text(one) !== null);
  if (type && told) return [{ kind: wayOfWords(type), said: text(told[1]) ?? "" }];
  return entries.flatMap(([key, one]) => {
    const said = text(one);
    return said === null || typeof one !== "string" ? [] : [{ kind: wayOfWords(spaced(key)), said }];
  });
}

/** `GoogleMyBusiness` → « Google My Business ». */
function spaced(key: string): string {
  return key.replace(/(?<=[a-z])(?=[A-Z])/g, " ");
}
