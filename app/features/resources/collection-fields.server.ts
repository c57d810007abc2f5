import { type Locale, textsOf } from "~/i18n/translate";
import { resourceVisibilities } from "~/lib/vocabulary";
import type { FieldSpec } from "~/ui/record-form";

/** The fields of a collection, filled with what is saved. */
export function collectionFields(locale: Locale, saved = { title: "", summary: "", visibility: "office" }): FieldSpec[] {
  const { form, visibilities } = textsOf(locale, "resources").resources;
  const options = resourceVisibilities.map((value) => ({ value, label: visibilities[value] }));
  return [
    { name: "title", label: form.title, control: "text", value: saved.title, isRequired: true },
    { name: "summary", label: form.summary, control: "text", value: saved.summary },
    { name: "visibility", label: form.visibility, control: "select", value: saved.visibility, isRequired: true, options },
  ];
}
