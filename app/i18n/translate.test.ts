import i18next from "i18next";
import { expect, it } from "vitest";
import { typesetAll } from "~/lib/typography";
import { formatNumber } from "./format";
import { en } from "./locales/en";
import { fr } from "./locales/fr";
import { type TextKey, translator } from "./translate";

const locales = { fr, en };
const library = i18next.createInstance();
library.init({
  resources: { fr: typesetAll(fr), en },
  lng: "fr",
  fallbackLng: "fr",
  ns: Object.keys(fr),
  initImmediate: false,
  interpolation: { escapeValue: false },
});

/** Every text of an area by its key, plurals by their base with the counts that ask for each form. */
function textsIn(texts: object, prefix: string): { key: string; text: string; counts: (number | undefined)[] }[] {
  return Object.entries(texts).flatMap(([name, text]) => {
    if (typeof text !== "string") return Array.isArray(text) ? [] : textsIn(text, `${prefix}${name}.`);
    const base = name.replace(/_(?:zero|one|many|other)$/, "");
    return { key: prefix + base, text, counts: base === name ? [undefined] : [0, 1, 2, 1_000_000] };
  });
}

function valuesOf(text: string, count: number | undefined): Record<string, string | number> {
  const names = [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name = ""]) => name);
  const values = Object.fromEntries(names.map((name) => [name, name === "count" ? 3 : `<${name}, $1>`]));
  return count === undefined ? values : { ...values, count };
}

it.each(["fr", "en"] as const)("writes each text of « %s » as i18next does, typeset in French", (locale) => {
  const theirs = library.getFixedT(locale);
  const differences: string[] = [];
  const all = Object.entries(locales[locale]).flatMap(([area, texts]) => textsIn(texts, `${area}:`));
  for (const { key, text, counts } of all) {
    for (const count of counts) {
      const values = valuesOf(text, count);
      // i18next is told no way of writing numbers.
      const said = String(theirs(key as TextKey, { ...values })).replaceAll("1000000", formatNumber(locale, 1_000_000));
      const mine = translator(locale)(key as TextKey, values);
      if (mine !== said) differences.push(`${key} ${count}: ${mine} / ${said}`);
    }
  }
  expect(differences).toEqual([]);
});

it("writes counts by thousands", () => {
  expect(translator("fr")("coaching:supports", { count: 1467 })).toBe("1\u202f467 participations");
  expect(translator("en")("coaching:supports", { count: 1467 })).toMatch(/^1,467 /);
  expect(translator("fr")("coaching:supports", { count: 999 })).toBe("999 participations");
});
