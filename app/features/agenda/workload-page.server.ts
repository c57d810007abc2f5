import { z } from "zod";
import type { Actor } from "~/access/actor";
import { can } from "~/access/can";
import { listStaff } from "~/features/coaching/people.queries.server";
import { listFacilitatorHours } from "~/features/figures/hours.queries.server";
import { getWorkplace } from "~/features/organisations/queries.server";
import { writeWeeks } from "~/features/organisations/weeks.model";
import { formatDay, formatHours } from "~/i18n/format";
import { translator } from "~/i18n/translate";
import { now } from "~/lib/clock";
import { addDays, dayIn, mondayOf, weekOf } from "~/lib/dates";
import { NotFoundError } from "~/lib/errors";
import { paths } from "~/paths";
import { findSeasonHours } from "./season-hours.commands.server";
import { listWeekLoads, type WeekLoad } from "./workload.queries.server";

export const workloadQuery = z.object({
  year: z.coerce.number().int().min(2000).max(2100).optional(),
  person: z.string().max(60).optional(),
});

type WorkloadQuery = z.output<typeof workloadQuery>;

/** The weeks of one person of the office over a civil year, in minutes. Throws NotFoundError for somebody who does not work there. */
export function readWorkload(actor: Actor, query: WorkloadQuery) {
  const office = getWorkplace(actor, "workload.view");
  const today = dayIn(office.zone, now());
  const year = query.year ?? Number(today.slice(0, 4));
  const staff = listStaff(office, "agenda.plan");
  const wanted = query.person ?? actor.userId;
  const person = staff.find((one) => one.id === wanted) ?? staff[0];
  if (!person) throw new NotFoundError("person");
  const period = { from: `${year}-01-01`, to: `${year}-12-31` };
  const weeks = listWeekLoads(person.id, { from: mondayOf(period.from), to: period.to });
  return { office, today, year, period, staff, person, weeks };
}

/** Hours granted against done and planned, week by week, of one person of the office; the year by the dashboard's own definitions. */
export function describeWorkload(actor: Actor, query: WorkloadQuery) {
  const { office, today, year, period, staff, person, weeks } = readWorkload(actor, query);
  const season = findSeasonHours(person.id, office.id);
  const asked = { year, person: person.id };
  return {
    year,
    person,
    files: { xlsx: paths.listExport("agenda/workload", "xlsx", asked), csv: paths.listExport("agenda/workload", "csv", asked) },
    years: [year - 1, year, year + 1],
    staff,
    sentence: sentenceOf(actor, { year, period, personId: person.id, weeks }),
    weeks: weeks.map((week) => describeWeek(actor, week, { seasonWeeks: office.seasonWeeks, today })),
    season: can(actor, "workload.grant", { ownerId: office.id })
      ? {
          weeks: writeWeeks(office.seasonWeeks) || translator(actor.locale)("agenda:workload.noSeason"),
          version: season?.version ?? 0,
          hours: season ? String(season.minutesPerWeek / 60) : "",
        }
      : null,
  };
}

interface Year {
  year: number;
  period: { from: string; to: string };
  personId: string;
  weeks: readonly WeekLoad[];
}

function sentenceOf(actor: Actor, { year, period, personId, weeks }: Year): string {
  const t = translator(actor.locale);
  const [hours] = listFacilitatorHours(actor, { ...period, facilitator: personId }).filter(
    (one) => one.facilitatorId === personId,
  );
  const planned = weeks.reduce((all, week) => all + week.planned, 0);
  const values = {
    year,
    used: formatHours(actor.locale, hours?.used ?? 0),
    planned: formatHours(actor.locale, planned),
    granted: formatHours(actor.locale, hours?.granted ?? 0),
  };
  return (hours?.granted ?? 0) > 0 ? t("agenda:workload.sentence", values) : t("agenda:workload.sentenceNone", values);
}

function describeWeek(actor: Actor, week: WeekLoad, office: { seasonWeeks: readonly number[]; today: string }) {
  const t = translator(actor.locale);
  const hours = (minutes: number) => (minutes === 0 ? "–" : formatHours(actor.locale, minutes));
  const number = weekOf(week.monday);
  const total = week.done + week.planned;
  return {
    monday: week.monday,
    label: t("agenda:workload.week", { week: number, from: formatDay(actor.locale, week.monday, "short") }),
    isSeason: office.seasonWeeks.includes(number),
    isCurrent: office.today >= week.monday && office.today <= addDays(week.monday, 6),
    isOver: week.granted > 0 && total > week.granted,
    cells: [week.granted, week.contact, week.preparation, week.travel, week.otherWork, week.planned, total].map(hours),
  };
}
