import { type Locale, translator } from "~/i18n/translate";
import { formatPhone } from "~/lib/phone";
import { locales, preferredWays } from "~/lib/vocabulary";
import type { FieldSpec } from "~/ui/record-form";
import type { getContact } from "./contacts.queries.server";

type Saved = ReturnType<typeof getContact>;

/** The day of a consent (an instant, milliseconds UTC), for its field and its text. */
export const consentDay = (at: number | null): string => (at === null ? "" : new Date(at).toISOString().slice(0, 10));

/** The fields of a contact's form, filled with what is saved; empty ones for a new contact. */
export function contactFields(locale: Locale, saved?: Saved): FieldSpec[] {
  const t = translator(locale);
  const text = (name: "name" | "function" | "email", control: "text" | "email" = "text"): FieldSpec => ({
    name,
    label: t(`records:contact.${name}`),
    control,
    value: saved?.[name] ?? "",
  });
  const ways = preferredWays.map((way) => ({ value: way, label: t(`records:contact.ways.${way}`) }));
  const languages = locales.map((code) => ({ value: code, label: t(`records:contact.locales.${code}`) }));
  return [
    { ...text("name"), isRequired: true },
    { ...text("function"), hint: t("records:contact.functionHint") },
    text("email", "email"),
    { name: "phone", label: t("records:contact.phone"), control: "tel", value: formatPhone(saved?.phone) },
    {
      name: "preferredWay",
      label: t("records:contact.preferredWay"),
      control: "select",
      value: saved?.preferredWay ?? "mail",
      isRequired: true,
      options: ways,
    },
    {
      name: "locale",
      label: t("records:contact.locale"),
      control: "select",
      value: saved?.locale ?? "fr",
      isRequired: true,
      options: languages,
    },
    ...timeFields(locale, saved),
    ...agreementFields(locale, saved),
  ];
}

function timeFields(locale: Locale, saved: Saved | undefined): FieldSpec[] {
  const t = translator(locale);
  return [
    { name: "startsOn", label: t("records:contact.startsOn"), control: "date", value: saved?.startsOn ?? "" },
    { name: "endsOn", label: t("records:contact.endsOn"), control: "date", value: saved?.endsOn ?? "" },
    {
      name: "returnsEachSeason",
      label: t("records:contact.returnsEachSeason"),
      control: "check",
      value: saved?.returnsEachSeason ? "on" : "",
    },
  ];
}

/** Uses told apart (design §2): one field each. */
function agreementFields(locale: Locale, saved: Saved | undefined): FieldSpec[] {
  const t = translator(locale);
  const hint = t("records:contact.consentHint");
  return [
    {
      name: "invitationsRefused",
      label: t("records:contact.invitationsRefused"),
      control: "check",
      value: saved?.invitationsRefusedAt ? "on" : "",
      hint: t("records:contact.invitationsHint"),
    },
    {
      name: "newsletterConsentOn",
      label: t("records:contact.newsletterConsentOn"),
      control: "date",
      value: consentDay(saved?.newsletterConsentAt ?? null),
      hint,
    },
    {
      name: "picturesConsentOn",
      label: t("records:contact.picturesConsentOn"),
      control: "date",
      value: consentDay(saved?.picturesConsentAt ?? null),
      hint,
    },
  ];
}
