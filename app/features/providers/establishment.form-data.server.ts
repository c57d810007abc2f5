import { formatDay } from "~/i18n/format";
import { type Locale, translator } from "~/i18n/translate";
import { establishmentKinds } from "~/lib/vocabulary";
import { paths } from "~/paths";
import type { FieldSpec } from "~/ui/record-form";
import { languageName, spokenLanguages } from "./languages.model";

interface Shown {
  name: string;
  kind: string;
  isMain: boolean;
  street: string | null;
  postcode: string | null;
  commune: string | null;
  communeName: string | null;
  latitude: number | null;
  longitude: number | null;
  capacity: number | null;
  openingMonths: number[];
  languages: string[];
  registrationNumber: string | null;
}

const nothing: Shown = {
  name: "",
  kind: "rental",
  isMain: false,
  street: null,
  postcode: null,
  commune: null,
  communeName: null,
  latitude: null,
  longitude: null,
  capacity: null,
  openingMonths: [],
  languages: [],
  registrationNumber: null,
};

/** The fields of an establishment's form, filled with what is saved; empty ones for a new establishment. */
export function establishmentFields(locale: Locale, saved: Shown = nothing): FieldSpec[] {
  const t = translator(locale);
  const kinds = establishmentKinds.map((kind) => ({ value: kind, label: t(`kinds:${kind}`) }));
  return [
    {
      name: "name",
      label: t("records:establishment.name"),
      control: "text",
      value: saved.name,
      isRequired: true,
      ...(saved.name ? { hint: t("records:establishment.nameHint") } : {}),
    },
    {
      name: "kind",
      label: t("records:establishment.kind"),
      control: "select",
      value: saved.kind,
      isRequired: true,
      options: kinds,
    },
    ...(saved.isMain ? [] : [{ name: "isMain", label: t("records:establishment.isMain"), control: "check" as const, value: "" }]),
    ...placeFields(locale, saved),
    ...lifeFields(locale, saved),
  ];
}

function placeFields(locale: Locale, saved: Shown): FieldSpec[] {
  const t = translator(locale);
  const degrees = (value: number | null) => (value === null ? "" : String(value).replace(".", locale === "fr" ? "," : "."));
  return [
    { name: "street", label: t("records:establishment.street"), control: "text", value: saved.street ?? "" },
    { name: "postcode", label: t("records:establishment.postcode"), control: "text", value: saved.postcode ?? "" },
    {
      name: "commune",
      label: t("records:establishment.commune"),
      control: "suggest",
      value: saved.commune ?? saved.communeName ?? "",
      isRequired: true,
      hint: t("records:establishment.communeHint"),
      suggestFrom: paths.communeSearch(),
    },
    { name: "latitude", label: t("records:establishment.latitude"), control: "text", value: degrees(saved.latitude) },
    { name: "longitude", label: t("records:establishment.longitude"), control: "text", value: degrees(saved.longitude) },
  ];
}

function lifeFields(locale: Locale, saved: Shown): FieldSpec[] {
  const t = translator(locale);
  const months = Array.from({ length: 12 }, (_, index) => ({
    value: String(index + 1),
    label: formatDay(locale, `2026-${String(index + 1).padStart(2, "0")}-15`, "monthOnly"),
  }));
  const known = [...new Set([...spokenLanguages, ...saved.languages])];
  return [
    {
      name: "capacity",
      label: t("records:establishment.capacity"),
      control: "text",
      value: saved.capacity === null ? "" : String(saved.capacity),
      hint: t("records:establishment.capacityHint"),
    },
    {
      name: "openingMonths",
      label: t("records:establishment.openingMonths"),
      control: "checks",
      value: saved.openingMonths.map(String),
      options: months,
    },
    {
      name: "languages",
      label: t("records:establishment.languages"),
      control: "checks",
      value: saved.languages,
      options: known.map((code) => ({ value: code, label: languageName(locale, code) })),
    },
    {
      name: "registrationNumber",
      label: t("records:establishment.registrationNumber"),
      control: "text",
      value: saved.registrationNumber ?? "",
      hint: t("records:establishment.registrationNumberHint"),
    },
  ];
}
