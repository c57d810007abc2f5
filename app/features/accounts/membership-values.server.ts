import { formatDay } from "~/i18n/format";
import { type Locale, translator } from "~/i18n/translate";
import type { MembershipValues } from "./components/membership-form";
import type { getMembership } from "./people.queries.server";
import { describeDays } from "./profile-values.server";

type Membership = ReturnType<typeof getMembership>;

/** A membership as its form shows it. */
export function membershipValues(membership: Membership): MembershipValues {
  const { version, role, startsOn, endsOn, workingDays, hoursPerYear } = membership;
  return {
    version,
    role,
    startsOn,
    endsOn: endsOn ?? "",
    workingDays,
    hoursPerYear: hoursPerYear === null ? "" : String(hoursPerYear),
  };
}

/** What was typed, as the form shows it again. */
export function typedMembership(values: Record<string, unknown>): MembershipValues {
  const text = (name: string) => String(values[name] ?? "");
  return {
    version: Number(values.version),
    role: text("role"),
    startsOn: text("startsOn"),
    endsOn: text("endsOn"),
    workingDays: [values.workingDays ?? []].flat().map(Number),
    hoursPerYear: text("hoursPerYear"),
  };
}

/** The saved values, by label, where they differ from what was typed. */
export function membershipConflict(locale: Locale, typed: MembershipValues, membership: Membership) {
  const t = translator(locale);
  const saved = membershipValues(membership);
  const shown = {
    role: t(`settings:roles.${membership.role}`),
    startsOn: formatDay(locale, saved.startsOn),
    endsOn: formatDay(locale, saved.endsOn) || t("common:none"),
    workingDays: describeDays(locale, saved.workingDays),
    hoursPerYear: saved.hoursPerYear || t("common:none"),
  };
  return (["role", "startsOn", "endsOn", "workingDays", "hoursPerYear"] as const)
    .filter((field) => String(typed[field]) !== String(saved[field]))
    .map((field) => ({ label: t(`settings:membership.${field}`), value: shown[field] }));
}
