import { formatDay } from "~/i18n/format";
import { type Locale, translator } from "~/i18n/translate";
import { establishmentStateNames } from "~/lib/vocabulary";
import type { FieldSpec } from "~/ui/record-form";
import type { listLabels, listStates } from "./establishments.queries.server";

/** Labels and classifications offered while typing (domain 1.5); any other may be written. */
const knownLabels = [
  "Classement en étoiles",
  "Accueil Vélo",
  "Destination d’excellence",
  "Qualité Tourisme",
  "Tourisme & Handicap",
  "Vignobles & Découvertes",
  "Bienvenue à la Ferme",
  "Gîtes de France",
  "Clévacances",
  "Maître Restaurateur",
  "Clef Verte",
  "Écolabel européen",
];

type Label = Pick<ReturnType<typeof listLabels>[number], "label" | "rating" | "endsOn">;
type State = Pick<ReturnType<typeof listStates>[number], "state" | "fromOn">;

export function labelFields(locale: Locale): FieldSpec[] {
  const t = translator(locale);
  const options = knownLabels.map((label) => ({ value: label, label }));
  const hint = t("records:labels.labelHint");
  return [
    { name: "label", label: t("records:labels.label"), control: "text", value: "", isRequired: true, hint, options },
    { name: "rating", label: t("records:labels.rating"), control: "text", value: "", hint: t("records:labels.ratingHint") },
    { name: "endsOn", label: t("records:labels.endsOn"), control: "date", value: "" },
  ];
}

/** « Gîtes de France, 3 épis », and until when. */
export function labelLine(locale: Locale, { label, rating, endsOn }: Label, today: string): { text: string; note: string } {
  const key = endsOn && endsOn < today ? "records:labels.ended" : "records:labels.ends";
  const note = endsOn ? translator(locale)(key, { day: formatDay(locale, endsOn) }) : "";
  return { text: [label, rating].filter(Boolean).join(", "), note };
}

export function stateFields(locale: Locale, today: string): FieldSpec[] {
  const t = translator(locale);
  const options = establishmentStateNames.map((state) => ({ value: state, label: t(`records:states.names.${state}`) }));
  return [
    { name: "state", label: t("records:states.state"), control: "select", value: "open", isRequired: true, options },
    { name: "fromOn", label: t("records:states.fromOn"), control: "date", value: today, isRequired: true },
  ];
}

/** « fermé depuis le 3 mars 2026 », « fermé à partir du… » when it is still to come. */
export function stateLine(locale: Locale, { state, fromOn }: State, today: string): string {
  const t = translator(locale);
  const told = { state: t(`records:states.names.${state}`), day: formatDay(locale, fromOn) };
  return fromOn <= today ? t("records:states.since", told) : t("records:states.from", told);
}

export function partnershipFields(locale: Locale, given: { year: string; levels: string[] }): FieldSpec[] {
  const t = translator(locale);
  const options = given.levels.map((level) => ({ value: level, label: level }));
  return [
    { name: "year", label: t("records:provider.year"), control: "text", value: given.year, isRequired: true },
    { name: "level", label: t("records:provider.level"), control: "text", value: "", isRequired: true, options },
  ];
}
