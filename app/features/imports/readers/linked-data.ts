import { get, isObject, list, text, texts } from "~/lib/json-values";

/** A property whatever its spelling: `schema:email`, `email`, `http://schema.org/email`; an empty list is none. */
export function prop(value: unknown, name: string): unknown {
  const owner = Array.isArray(value) ? value.find(isObject) : value;
  for (const prefix of prefixes) {
    const found = get(owner, prefix + name);
    if (found !== undefined && found !== null && !(Array.isArray(found) && found.length === 0)) return bareValues(found);
  }
  return undefined;
}

/** `{"@type": "xsd:decimal", "@value": "46.1"}` is its value; one with a language is left to `inFrench`. */
function bareValues(found: unknown): unknown {
  if (Array.isArray(found)) return found.map(bareValues);
  return isObject(found) && Object.hasOwn(found, "@value") && !Object.hasOwn(found, "@language") ? found["@value"] : found;
}

/** All that a property says, whatever the language: plain texts, `{"@value": …}`, and addresses as `{"@id": …}`. */
export function saidAll(value: unknown): string[] {
  const said = list(value).map((one) => inFrench(one) ?? text(get(one, "@id")));
  return said.filter((one) => one !== null);
}

const prefixes = [
  "",
  "schema:",
  "foaf:",
  "rdfs:",
  "dc:",
  "dct:",
  "http://schema.org/",
  "https://schema.org/",
  "https://www.datatourisme.fr/ontology/core#",
];

/** A property at the end of a path, by the first of each list. */
export function propAt(value: unknown, ...names: string[]): unknown {
  return names.reduce<unknown>((owner, name) => prop(owner, name), value);
}

/** Text in French, else in any language: `{fr: […]}`, `{"@fr": …}`, `[{"@language": "fr", "@value": …}]`, plain text. */
export function inFrench(value: unknown): string | null {
  if (typeof value === "string" || typeof value === "number") return text(value);
  const spoken = list(value).flatMap(saidIn);
  return (spoken.find(([language]) => language === "fr") ?? spoken[0])?.[1] ?? null;
}

function saidIn(value: unknown): [language: string, said: string][] {
  if (typeof value === "string" || typeof value === "number") return pair("", value);
  if (!isObject(value)) return [];
  if (Object.hasOwn(value, "@value")) return pair(text(get(value, "@language")) ?? "", get(value, "@value"));
  return Object.entries(value)
    .filter(([key]) => /^@?[a-z]{2,3}(?:-[A-Za-z]{2,4})?$/.test(key) && !/^@(?:id|type)$/.test(key))
    .flatMap(([key, said]) => pair(key.replace("@", "").slice(0, 2), said));
}

function pair(language: string, value: unknown): [string, string][] {
  const said = text(value);
  return said === null ? [] : [[language, said]];
}

/** Class names without their prefixes, of `@type` or `type`. */
export function classesOf(value: unknown): Set<string> {
  const names = [...texts(get(value, "@type")), ...texts(get(value, "type"))];
  return new Set(names.map(bareClass));
}

/** `schema:Hotel`, `https://www.datatourisme.fr/ontology/core#Hotel` → `Hotel`. */
export function bareClass(name: string): string {
  return name.slice(Math.max(name.lastIndexOf("#"), name.lastIndexOf("/"), name.lastIndexOf(":")) + 1).trim();
}
