import type { Actor } from "~/access/actor";
import { can } from "~/access/can";
import { type Locale, textsOf } from "~/i18n/translate";
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
      name: "hourCostCents",
      label: fields.hourCostCents,
      control: "text",
      value: office.hourCostCents === null ? "" : (office.hourCostCents / 100).toFixed(2).replace(".", ","),
      hint: hints.hourCostCents,
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

/** The fields of a new organisation, an office unless told otherwise. */
export function newOrganisationFields(locale: Locale, tree: readonly { id: string; name: string; depth: number }[]): FieldSpec[] {
  const { fields, organisations: t } = textsOf(locale, "officeSettings").officeSettings;
  const parents = tree.map((one) => ({ value: one.id, label: `${"\u2003".repeat(one.depth)}${one.name}` }));
  const parentOptions = [{ value: "", label: t.noParent }, ...parents];
  return [
    { name: "name", label: fields.name, control: "text", value: "", isRequired: true },
    { name: "kind", label: fields.kind, control: "select", value: "office", options: kindOptions(locale), isRequired: true },
    { name: "parentId", label: t.parentId, control: "select", value: tree[0]?.id ?? "", options: parentOptions },
  ];
}

function kindOptions(locale: Locale) {
  const { kinds } = textsOf(locale, "officeSettings").officeSettings;
  return organisationKinds.map((kind) => ({ value: kind, label: kinds[kind] }));
}

function kindField(actor: Actor, office: Office): FieldSpec[] {
  if (!can(actor, "organisation.create", {})) return [];
  const { fields } = textsOf(actor.locale, "officeSettings").officeSettings;
  const options = kindOptions(actor.locale);
  return [{ name: "kind", label: fields.kind, control: "select", value: office.kind, options, isRequired: true }];
}
