import { type FigureKey, figureDefinitions } from "~/features/figures/catalogue.model";
import { formatHours, formatNumber } from "~/i18n/format";
import { type Locale, translator } from "~/i18n/translate";
import { type GoalFigure, goalFigures } from "./goal.model";

export const figureOfGoal = (figure: string): GoalFigure => goalFigures.find((one) => one === figure) ?? "sessions";

/** An amount in its figure's unit: « 40 » or « 300 h ». */
export function wordAmount(locale: Locale, figure: FigureKey, amount: number): string {
  return figureDefinitions[figure].unit === "minutes" ? formatHours(locale, amount) : formatNumber(locale, amount);
}

/** A figure's name as it stands alone: « dont nouveaux » needs what it is a part of. */
export function nameOfGoal(locale: Locale, figure: GoalFigure): string {
  const t = translator(locale);
  return figure === "newProviders" ? t("reports:ownNames.newProviders") : t(`figures:names.${figure}`);
}
