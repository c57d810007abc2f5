import i18next, { type TFunction } from "i18next";
import { en } from "./locales/en";
import { fr } from "./locales/fr";

export type Locale = "fr" | "en";
export type Catalogue = Widen<typeof fr>;
export type Area = keyof Catalogue;
type Widen<T> = { [K in keyof T]: T[K] extends string ? string : Widen<T[K]> };

declare module "i18next" {
  interface CustomTypeOptions {
    defaultNS: "common";
    resources: Catalogue;
    returnNull: false;
  }
}

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

export type Translate = TFunction<["common", ...Area[]]>;
const translators: Record<Locale, Translate> = { fr: instance.getFixedT("fr"), en: instance.getFixedT("en") };

/** `t("coaching:list.title")`, with plurals and values: in loaders, mails, documents and file headers. */
export const translator = (locale: Locale): Translate => translators[locale];

const catalogues: Record<Locale, Catalogue> = { fr, en };

/** The texts that a page's components read, its own areas alone; a loader sends them. */
export function textsOf<A extends Area>(locale: Locale, ...wanted: A[]): Pick<Catalogue, A> {
  const catalogue = catalogues[locale];
  const texts: Partial<Pick<Catalogue, A>> = {};
  for (const area of wanted) texts[area] = catalogue[area];
  return isWhole(texts, wanted) ? texts : catalogue;
}

function isWhole<A extends Area>(texts: Partial<Pick<Catalogue, A>>, wanted: A[]): texts is Pick<Catalogue, A> {
  return wanted.every((area) => area in texts);
}
