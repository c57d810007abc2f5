import type { Actor } from "~/access/actor";
import { canSomewhere, type Permission } from "~/access/can";
import { listOrganisationsWhere } from "~/features/organisations/queries.server";
import { todayOf } from "~/features/organisations/zone.queries.server";
import { themeCodes } from "~/features/themes/model";
import { parseQuery } from "~/http/query.server";
import { formatDay, formatDuration, formatNumber } from "~/i18n/format";
import { type Locale, translator } from "~/i18n/translate";
import { now } from "~/lib/clock";
import { dayIn } from "~/lib/dates";
import { sessionChannels, sessionKinds } from "~/lib/vocabulary";
import { paths } from "~/paths";
import { sessionLine } from "./lines";
import { findProviderName, listLogChoices } from "./log-choices.queries.server";
import { holders, type LogQuery, logQuery, resolvePeriod } from "./log-query";
import { logPeriods } from "./period.model";
import { listCoachingSessions } from "./queries.server";
import { hasElsewhere } from "./shared.queries.server";
import { type SessionTotals, totalCoachingSessions, totalElsewhere } from "./totals.queries.server";

export interface Choice {
  value: string;
  label: string;
}

/** The log's filters read from an address: as asked, as days, and the lists to choose from. */
export function readLogFilter(actor: Actor, request: Request, permission: Permission = "coaching.list") {
  const asked = parseQuery(request, logQuery);
  const offices = listOrganisationsWhere(actor, permission);
  const home = offices.find((one) => one.id === (asked.office ?? actor.currentOrganisationId)) ?? offices[0];
  const today = home ? dayIn(home.zone, now()) : todayOf(actor);
  const filter = resolvePeriod(asked, today, home?.seasonWeeks ?? []);
  return { asked, filter, today, choices: choicesOf(actor, offices) };
}

/** Everything that the log's page shows, as text. */
export function readLogPage(actor: Actor, request: Request) {
  const { asked, filter, choices } = readLogFilter(actor, request);
  const page = listCoachingSessions(actor, filter);
  const { after: _cursor, ...kept } = asked;
  return {
    asked,
    choices,
    isFiltered: Object.values(kept).some((value) => value !== undefined),
    active: describeFilter(actor, asked, { filter, choices }),
    totals: [...totalLines(actor.locale, totalCoachingSessions(actor, filter)), ...elsewhereLine(actor, filter)],
    rows: page.rows.map((row) => sessionLine(actor.locale, row)),
    next: page.next ? paths.coaching({ ...kept, after: page.next }) : undefined,
    exports: canSomewhere(actor, "coaching.export")
      ? { csv: paths.coachingExport(kept), xlsx: paths.coachingWorkbook(kept) }
      : undefined,
  };
}

type Choices = ReturnType<typeof choicesOf>;

function choicesOf(actor: Actor, offices: readonly { id: string; name: string }[]) {
  const t = translator(actor.locale);
  const none: Choice = { value: "none", label: t("coachingLog:none") };
  return {
    period: logPeriods.map((value) => ({ value, label: t(`coachingLog:periods.${value}`) })),
    kind: sessionKinds.map((value) => ({ value, label: t(`coaching:kinds.${value}`) })),
    theme: [...themeCodes.map((value): Choice => ({ value, label: t(`themes:${value}.name`) })), none],
    channel: [...sessionChannels.map((value): Choice => ({ value, label: t(`coaching:channels.${value}`) })), none],
    held: hasElsewhere(offices.map(({ id }) => id))
      ? holders.map((value) => ({ value, label: t(`coachingLog:holders.${value}`) }))
      : [],
    office: offices.length > 1 ? offices.map(({ id, name }) => ({ value: id, label: name })) : [],
    ...renamed(listLogChoices(actor)),
  };
}

function renamed({ facilitators, tags, funders, communes }: ReturnType<typeof listLogChoices>) {
  return { facilitator: facilitators, tag: tags, funder: funders, commune: communes };
}

const chosen = ["kind", "theme", "channel", "facilitator", "commune", "tag", "funder", "office", "held"] as const;

/** Each filter in use as « Thème : E-réputation », the period first and always. */
export function describeFilter(actor: Actor, asked: LogQuery, read: { filter: LogQuery; choices: Choices }): string[] {
  const t = translator(actor.locale);
  const words = chosen.flatMap((name) => {
    const label = read.choices[name].find((one) => one.value === asked[name])?.label;
    return label === undefined ? [] : [t("coachingLog:filterIs", { name: t(`coachingLog:filters.${name}`), value: label })];
  });
  const provider = asked.provider ? findProviderName(actor, asked.provider) : undefined;
  const people = provider ?? asked.who;
  if (people) words.push(t("coachingLog:filterIs", { name: t("coachingLog:filters.who"), value: people }));
  if (asked.batch) words.push(t("coachingLog:filters.batch"));
  if (asked.incomplete) words.push(t("coachingLog:filters.incomplete"));
  return [periodText(actor.locale, asked, read.filter), ...words];
}

function periodText(locale: Locale, asked: LogQuery, { from, to }: LogQuery): string {
  const t = translator(locale);
  const days = { from: formatDay(locale, from), to: formatDay(locale, to) };
  if (from && to) {
    const between = t("coachingLog:between", days);
    return asked.period && asked.period !== "free" ? `${t(`coachingLog:periods.${asked.period}`)} (${between})` : between;
  }
  if (from) return t("coachingLog:since", days);
  if (to) return t("coachingLog:until", days);
  return t("coachingLog:allTime");
}

/** The totals in two lines: what was done with providers, and other work apart. */
function totalLines(locale: Locale, total: SessionTotals): string[] {
  const t = translator(locale);
  const withPeople = [
    t("coaching:count", { count: total.sessions }),
    t("coaching:supports", { count: total.supports }),
    t("coachingLog:totals.providers", { count: total.providers }),
    t("coachingLog:totals.contact", { duration: formatDuration(total.minutes) }),
    total.preparationMinutes > 0
      ? t("coachingLog:totals.preparation", { duration: formatDuration(total.preparationMinutes) })
      : "",
    total.travelMinutes > 0 ? t("coachingLog:totals.travel", { duration: formatDuration(total.travelMinutes) }) : "",
    total.travelKilometres > 0 ? `${formatNumber(locale, total.travelKilometres)}\u00a0km` : "",
  ];
  const other = t("coachingLog:totals.other", { count: total.otherWorks, duration: formatDuration(total.otherMinutes) });
  return [withPeople.filter(Boolean).join(" · "), ...(total.otherWorks > 0 ? [other] : [])];
}

/** Of these totals, the people of ours in the workshops of other offices. */
function elsewhereLine(actor: Actor, filter: LogQuery): string[] {
  const { sessions, supports, minutes } = totalElsewhere(actor, filter);
  if (sessions === 0) return [];
  const t = translator(actor.locale);
  const words = {
    count: sessions,
    supports: t("coaching:supports", { count: supports }),
    duration: formatDuration(minutes),
  };
  return [t("coachingLog:totals.elsewhere", words)];
}
