import { type Locale, translator } from "~/i18n/translate";
import type { FieldSpec } from "~/ui/record-form";
import { listPossibleReferents, listTagNames } from "./record.queries.server";

interface Saved {
  id: string;
  ownerId: string;
  name: string;
  siret: string | null;
  referentId: string | null;
  referent: string | null;
}

/** The fields of a provider's form, filled with what is saved. */
export function providerFields(locale: Locale, saved: Saved): FieldSpec[] {
  const t = translator(locale);
  const people = listPossibleReferents(saved.ownerId).map(({ id, name }) => ({ value: id, label: name }));
  const isGone = saved.referentId !== null && !people.some((one) => one.value === saved.referentId);
  const former = isGone ? [{ value: saved.referentId ?? "", label: saved.referent ?? "" }] : [];
  return [
    { name: "name", label: t("records:provider.name"), control: "text", value: saved.name, isRequired: true },
    {
      name: "siret",
      label: t("records:provider.siret"),
      control: "text",
      value: saved.siret ?? "",
      hint: t("records:provider.siretHint"),
    },
    {
      name: "referentId",
      label: t("records:provider.referentId"),
      control: "select",
      value: saved.referentId ?? "",
      options: [{ value: "", label: t("records:provider.noReferent") }, ...people, ...former],
    },
    {
      name: "tags",
      label: t("records:provider.tags"),
      control: "text",
      value: listTagNames(saved.id).join(", "),
      hint: t("records:provider.tagsHint"),
    },
  ];
}
