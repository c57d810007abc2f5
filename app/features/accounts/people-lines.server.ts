import type { Actor } from "~/access/actor";
import { formatDay } from "~/i18n/format";
import { type Locale, translator } from "~/i18n/translate";
import { dayIn } from "~/lib/dates";
import type { Role } from "~/lib/vocabulary";
import { paths } from "~/paths";
import type { AbsenceLine } from "./components/absence-section";
import type { InvitationLine } from "./components/invitation-table";
import type { PersonLine } from "./components/people-table";
import { findInvitation, type listInvitations } from "./invitations.queries.server";
import { weekdays } from "./model";
import type { getPerson, listAbsences, listPeople } from "./people.queries.server";

/** « Facilitateur, Office du Bazadais » for each, in one line. */
export function describeGrants(locale: Locale, grants: readonly { role: Role; organisation: string }[]): string {
  const t = translator(locale);
  return grants.map((one) => `${t(`settings:roles.${one.role}`)}, ${one.organisation}`).join(" · ");
}

export function personLine(locale: Locale, row: ReturnType<typeof listPeople>["rows"][number]): PersonLine {
  const { id, name, email } = row;
  const roles = describeGrants(locale, row.memberships);
  return { id, to: paths.person(id), name, email, roles, isSuspended: row.suspendedAt !== null };
}

export function invitationLine(
  { locale, zone }: { locale: Locale; zone: string },
  row: ReturnType<typeof listInvitations>[number],
): InvitationLine {
  const t = translator(locale);
  const day = formatDay(locale, dayIn(zone, row.expiresAt ?? 0));
  const until = row.isExpired ? t("settings:people.expired", { day }) : day;
  const { id, name, email } = row;
  return { id, to: paths.invitationChange(id), name, email, roles: describeGrants(locale, row.grants), until };
}

/** A membership in one line: role, office, dates, hours. */
export function membershipLine(locale: Locale, row: ReturnType<typeof getPerson>["memberships"][number]) {
  const t = translator(locale);
  const day = (value: string | null) => formatDay(locale, value);
  const dates = row.endsOn
    ? t("settings:membership.between", { from: day(row.startsOn), to: day(row.endsOn) })
    : t("settings:membership.since", { from: day(row.startsOn) });
  const hours = row.hoursPerYear === null ? "" : t("settings:membership.hours", { count: row.hoursPerYear });
  const days = weekdays
    .filter((one) => row.workingDays.includes(one))
    .map((one) => t(`settings:membership.shortDays.${one}`))
    .join(" ");
  return {
    id: row.id,
    to: paths.membership(row.id),
    title: describeGrants(locale, [row]),
    context: [dates, hours, days].filter(Boolean).join(" · "),
  };
}

/**
 * An invitation as its page shows it: `new` opens an account, `join` adds to the one that is signed
 * in, `signIn` when the address has an account that is not. Undefined once it is no longer good.
 */
export function describeInvitation(locale: Locale, token: string, reader: Actor | undefined) {
  const found = findInvitation(token);
  if (!found) return undefined;
  const t = translator(locale);
  const { name, email, inviter, grants, accountId } = found;
  const state = accountId === null ? ("new" as const) : accountId === reader?.userId ? ("join" as const) : ("signIn" as const);
  return {
    state,
    name,
    email,
    title: t("auth:invitation.title", { inviter: inviter ?? "Balise" }),
    roles: describeGrants(locale, grants),
  };
}

/** « Du 3 au 14 août », and who stands in. */
export function absenceLine(locale: Locale, row: ReturnType<typeof listAbsences>[number]): AbsenceLine {
  const t = translator(locale);
  const days = t("settings:person.absence", { from: formatDay(locale, row.startsOn), to: formatDay(locale, row.endsOn) });
  const substitute = row.substitute ? t("settings:person.substitute", { name: row.substitute }) : t("settings:person.nobody");
  return { id: row.id, days, substitute };
}
