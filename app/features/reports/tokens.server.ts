import { leastShown } from "~/features/figures/mask.model";
import { translator } from "~/i18n/translate";
import { locales } from "~/lib/vocabulary";
import { isReportFigure } from "./model";
import type { Report } from "./queries.server";
import type { Words } from "./words.server";

const countedFigures = ["reached", "known", "sessions", "supports", "newProviders", "actionsDone", "never"] as const;
type CountedFigure = (typeof countedFigures)[number];
const tokenKeys = ["period", "office", ...countedFigures, "contact"] as const;

type Told = Pick<Report, "office" | "startsOn" | "endsOn" | "figures">;

/**
 * A text in which `{prestataires}` (a word of the catalogue, or a figure's code) becomes what the report's frozen
 * figures say, agreed in number; other braces stay as they are.
 */
export function fillTokens(text: string, report: Told, words: Words): string {
  return text.replace(/\{([^{}]{1,40})\}/g, (whole, name: string) => {
    const key = tokenKeys.find((one) => tokenWords(one).includes(name.toLowerCase()));
    if (key) return told(key, report, words);
    return isReportFigure(name) ? words.frozen(name, report.figures.values[name]) : whole;
  });
}

/** In every language: a text may be read in another than the one it was written in. */
const tokenWords = (key: (typeof tokenKeys)[number]): string[] =>
  locales.map((locale) => translator(locale)(`reports:tokens.${key}`));

/** What each token gives in this report: « {prestataires} : 128 prestataires ». */
export function listTokens(report: Told, words: Words): string[] {
  return tokenKeys.map((key) =>
    words.t("reports:barText", { label: `{${words.t(`reports:tokens.${key}`)}}`, value: told(key, report, words) }),
  );
}

function told(key: (typeof tokenKeys)[number], { office, startsOn, endsOn, figures }: Told, words: Words): string {
  if (key === "office") return office;
  if (key === "period") return words.t("reports:period", words.span(startsOn, endsOn));
  const { value, hidden } = figures.values[key] ?? { value: 0 };
  if (!isCounted(key)) return words.worded(key, value);
  if (hidden === "beside") return words.t(key === "reached" ? "reports:almostAll" : "reports:unsaidNumber");
  // « Moins de 5 prestataires » : several, whatever the number.
  return hidden
    ? words.t(`reports:counted.${key}`, { count: leastShown, number: words.unsaid(hidden) })
    : words.t(`reports:counted.${key}`, { count: value, number: words.number(value) });
}

const isCounted = (key: string): key is CountedFigure => countedFigures.some((one) => one === key);
