import { type Locale, translator } from "~/i18n/translate";
import { formatPhone } from "~/lib/phone";
import type { ProfileValues } from "./components/profile-form";
import { weekdays } from "./model";
import type { getProfile } from "./queries.server";

/** A profile as its form shows it. */
export function profileValues(profile: ReturnType<typeof getProfile>): ProfileValues {
  return {
    version: profile.version,
    name: profile.name,
    jobTitle: profile.jobTitle ?? "",
    locale: profile.locale,
    phone: formatPhone(profile.phone),
    presentDays: profile.presentDays,
    cohortName: profile.cohortName ?? "",
    cohortYear: profile.cohortYear === null ? "" : String(profile.cohortYear),
  };
}

/** What was typed, as the form shows it again. */
export function typedProfile(values: Record<string, unknown>): ProfileValues {
  const text = (name: string) => String(values[name] ?? "");
  return {
    version: Number(values.version),
    name: text("name"),
    jobTitle: text("jobTitle"),
    locale: text("locale"),
    phone: text("phone"),
    presentDays: [values.presentDays ?? []].flat().map(Number),
    cohortName: text("cohortName"),
    cohortYear: text("cohortYear"),
  };
}

/** « lundi, jeudi » */
export function describeDays(locale: Locale, days: readonly number[]): string {
  const t = translator(locale);
  const names = weekdays.filter((day) => days.includes(day)).map((day) => t(`accounts:weekdays.${day}`));
  return names.join(", ") || t("common:none");
}

/** The saved values that differ from what was typed, by label. */
export function describeConflict(locale: Locale, typed: ProfileValues, saved: ProfileValues) {
  const t = translator(locale);
  const fields = ["name", "jobTitle", "phone", "locale", "cohortName", "cohortYear"] as const;
  const changed = fields
    .filter((field) => typed[field] !== saved[field])
    .map((field) => ({ label: t(`accounts:profile.${field}`), value: saved[field] || t("common:none") }));
  if (String(typed.presentDays) === String(saved.presentDays)) return changed;
  return [...changed, { label: t("accounts:profile.presentDays"), value: describeDays(locale, saved.presentDays) }];
}
