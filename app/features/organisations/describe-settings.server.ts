import type { Actor } from "~/access/actor";
import { can } from "~/access/can";
import { textsOf, translator } from "~/i18n/translate";
import { formatPhone } from "~/lib/phone";
import { officeZones, organisationKinds } from "~/lib/vocabulary";
import type { FieldSpec } from "~/ui/record-form";
import type { Office } from "./settings.queries.server";
import { writeWeeks } from "./weeks.model";

/** The fields of the settings form as saved; the kind is an administrator's to change. */
export function settingsFields(actor: Actor, office: Office): FieldSpec[] {
  const { fields, hints, zones, categories } = textsOf(actor.locale, "officeSettings").officeSettings;
  const categoryOptions = [
    { value: "", label: categories.none },
    { value: "I", label: categories.I },
    { value: "II", label: categories.II },
  ];
  const zoneOptions = officeZones.map((zone) => ({ value: zone, label: zones[zone] }));
  const shortAdvice = String(office.shortAdviceMinutes);
  return [
    { name: "name", label: fields.name, control: "text", value: office.name, isRequired: true },
    ...kindField(actor, office),
    { name: "category", label: fields.category, control: "select", value: office.category ?? "", options: categoryOptions },
    { name: "zone", label: fields.zone, control: "select", value: office.zone, options: zoneOptions, isRequired: true },
    { name: "email", label: fields.email, control: "email", value: office.email ?? "" },
    { name: "phone", label: fields.phone, control: "tel", value: formatPhone(office.phone) },
    { name: "website", label: fields.website, control: "url", value: office.website ?? "" },
    { name: "address", label: fields.address, control: "text", value: office.address ?? "" },
    {
      name: "shortAdviceMinutes",
      label: fields.shortAdviceMinutes,
      control: "text",
      value: shortAdvice,
      hint: hints.shortAdviceMinutes,
      isRequired: true,
    },
    {
      name: "defaultDurations",
      label: fields.defaultDurations,
      control: "text",
      value: office.defaultDurations.join(", "),
      hint: hints.defaultDurations,
    },
    {
      name: "seasonWeeks",
      label: fields.seasonWeeks,
      control: "text",
      value: writeWeeks(office.seasonWeeks),
      hint: hints.seasonWeeks,
    },
    { name: "seasonFrom", label: fields.seasonFrom, control: "date", value: "" },
    { name: "seasonTo", label: fields.seasonTo, control: "date", value: "", hint: hints.seasonTo },
  ];
}

function kindField(actor: Actor, office: Office): FieldSpec[] {
  if (!can(actor, "organisation.create", {})) return [];
  const t = translator(actor.locale);
  const options = organisationKinds.map((kind) => ({ value: kind, label: t(`officeSettings:kinds.${kind}`) }));
  return [
    { name: "kind", label: t("officeSettings:fields.kind"), control: "select", value: office.kind, options, isRequired: true },
  ];
}
