import type { Actor } from "~/access/actor";
import type { Permission } from "~/access/can";
import { aYearBefore, periodChoices, resolvePeriod } from "~/features/dashboards/model";
import { listOrganisationsWhere } from "~/features/organisations/queries.server";
import { translator } from "~/i18n/translate";
import { now } from "~/lib/clock";
import { dayIn } from "~/lib/dates";
import { NotFoundError } from "~/lib/errors";
import type { PeriodQuery } from "./period.form";
import { wordsFor } from "./words.server";

/** The office and the days that an address means, with the same days a year before. Throws NotFoundError for an office out of sight. */
export function resolveAsked(actor: Actor, query: PeriodQuery, permission: Permission = "report.view") {
  const offices = listOrganisationsWhere(actor, permission);
  const wanted = query.office ?? actor.currentOrganisationId;
  const office = offices.find(({ id }) => id === wanted) ?? (query.office ? undefined : offices[0]);
  if (!office) throw new NotFoundError("office");
  const today = dayIn(office.zone, now());
  const days = resolvePeriod({ ...query, period: query.period ?? "year", today, seasonWeeks: office.seasonWeeks });
  return { office, offices, today, days, before: aYearBefore(days) };
}
export type AskedPeriod = ReturnType<typeof resolveAsked>;

/** The choice of period and office of a page, and its days in words. */
export function describePeriodForm({ locale }: Actor, { office, offices, days }: AskedPeriod, query: PeriodQuery) {
  const { t, span } = wordsFor(locale);
  return {
    period: days.period,
    from: query.from ?? "",
    to: query.to ?? "",
    periods: periodChoices.map((value) => ({ value, label: translator(locale)(`dashboard:periods.${value}`) })),
    office: office.id,
    offices: offices.length > 1 ? offices.map(({ id, name }) => ({ value: id, label: name })) : [],
    text: t("reports:period", span(days.from, days.to)),
  };
}

/** The same period and office, for the addresses of a page's files. */
export const queryOf = ({ office, days }: AskedPeriod) => ({ office: office.id, period: "custom", from: days.from, to: days.to });
