import i18next from "i18next";
import { typeset, typesetAll } from "~/lib/typography";
import { formatNumber } from "./format";
import { en } from "./locales/en";
import { fr } from "./locales/fr";

export type Locale = "fr" | "en";
export type Catalogue = Widen<typeof fr>;
export type Area = keyof Catalogue;
type Widen<T> = { [K in keyof T]: T[K] extends string ? string : Widen<T[K]> };

/** `area:path.to.text`, a plural by its base: what `translator` takes. A plain union: the compiler reads it fast. */
export type TextKey = { [A in Area]: PluralBase<Leaves<Catalogue[A], `${A}:`>> }[Area];
type Leaves<T, P extends string> = {
  [K in keyof T & string]: T[K] extends string ? `${P}${K}` : Leaves<T[K], `${P}${K}.`>;
}[keyof T & string];
type PluralBase<K extends string> = K extends `${infer Base}_${"zero" | "one" | "many" | "other"}` ? Base : K;

const instance = i18next.createInstance();
const areas = ["common", ...Object.keys(fr).filter((area) => area !== "common")];
instance.init({
  resources: { fr, en },
  lng: "fr",
  fallbackLng: "fr",
  ns: areas,
  defaultNS: "common",
  initImmediate: false,
  interpolation: { escapeValue: false },
});

export type Translate = (key: TextKey, values?: Record<string, string | number>) => string;
const translators: Record<Locale, Translate> = { fr: fixed("fr"), en: fixed("en") };

/** i18next finds a text once, in each form of its plural; values are put in at each use, as lists ask for the same few at every row. */
function fixed(locale: Locale): Translate {
  const t = instance.getFixedT(locale);
  const rules = new Intl.PluralRules(locale);
  const kept = new Map<string, string>();
  return (key, values) => {
    const count = typeof values?.count === "number" ? values.count : undefined;
    const form = key + (count === undefined ? "" : pluralForm(rules, count));
    const text =
      kept.get(form) ?? written(locale, String(t(key, { skipInterpolation: true, ...(count === undefined ? {} : { count }) })));
    kept.set(form, text);
    return values ? filled(locale, text, values) : text;
  };
}

/** Pages, mails and documents all read texts as their language writes them; each is made so at its first use. */
const written = (locale: Locale, text: string) => (locale === "fr" ? typeset(text) : text);

/** The same for words that people typed, however deep they stand in what is shown: the database keeps plain spaces. */
export const writtenIn = <T>(locale: Locale, shown: T): T => (locale === "fr" ? typesetAll(shown) : shown);

const pluralForm = (rules: Intl.PluralRules, count: number) => (count === 0 ? " zero" : ` ${rules.select(count)}`);

const filled = (locale: Locale, text: string, values: Record<string, string | number>) =>
  text.replace(/\{\{(\w+)\}\}/g, (whole, name: string) => valueIn(locale, name, values[name]) ?? whole);

/** Counts read by thousands, « 1 467 participations »; a year or a number of one's own stays as it is. */
const valueIn = (locale: Locale, name: string, value: string | number | undefined): string | undefined =>
  name === "count" && typeof value === "number" && value >= 1000 ? formatNumber(locale, value) : value?.toString();

/** `t("coaching:list.title")`, with plurals and values: in loaders, mails, documents and file headers. */
export const translator = (locale: Locale): Translate => translators[locale];

/** What pages may be sent: plurals are made by loaders, so that their forms need not travel; the frame's few stay. */
export type Sent = { [A in Area]: A extends "common" ? Catalogue[A] : WithoutPlurals<Catalogue[A]> };
type WithoutPlurals<T> = T extends readonly string[]
  ? T
  : {
      [K in keyof T as K extends `${string}_${"zero" | "one" | "many" | "other"}` ? never : K]: T[K] extends string
        ? string
        : WithoutPlurals<T[K]>;
    };

const catalogues: Record<Locale, Catalogue> = { fr, en };
const sent: Record<Locale, Partial<Sent>> = { fr: { common: typesetAll(fr.common) }, en: { common: en.common } };

/** An area as it travels: made when the first page asks for it. */
function sentArea<A extends Area>(locale: Locale, area: A): Partial<Sent>[A] {
  if (!(area in sent[locale])) {
    const texts = withoutPlurals(catalogues[locale][area]);
    Reflect.set(sent[locale], area, locale === "fr" ? typesetAll(texts) : texts);
  }
  return sent[locale][area];
}

function withoutPlurals<T extends object>(texts: T): T {
  const kept = { ...texts };
  for (const [key, value] of Object.entries(texts)) {
    if (/_(?:zero|one|many|other)$/.test(key)) Reflect.deleteProperty(kept, key);
    else if (typeof value === "object" && !Array.isArray(value)) Reflect.set(kept, key, withoutPlurals(value));
  }
  return kept;
}

/** The texts that a page's components read, its own areas alone; a loader sends them. */
export function textsOf<A extends Area>(locale: Locale, ...wanted: A[]): Pick<Sent, A> {
  const texts: Partial<Pick<Sent, A>> = {};
  for (const area of wanted) texts[area] = sentArea(locale, area);
  if (!isWhole(texts, wanted)) throw new Error(`no texts for ${wanted.join(", ")}`);
  return texts;
}

function isWhole<A extends Area>(texts: Partial<Pick<Sent, A>>, wanted: A[]): texts is Pick<Sent, A> {
  return wanted.every((area) => texts[area] !== undefined);
}
