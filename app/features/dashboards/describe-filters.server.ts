import type { Actor } from "~/access/actor";
import { isNarrowed } from "~/features/figures/model";
import { themeCodes } from "~/features/themes/model";
import { translator } from "~/i18n/translate";
import { establishmentKinds, sessionChannels } from "~/lib/vocabulary";
import { paths } from "~/paths";
import type { DashboardQuery } from "./form";
import { compareChoices, periodChoices } from "./model";
import { type DashboardAsked, type DashboardData, readFilterOptions } from "./queries.server";
import { wordedPeriod } from "./words.server";

interface Option {
  value: string;
  label: string;
}

interface Field {
  name: string;
  label: string;
  value: string;
  options: Option[];
}

type FilterOptions = ReturnType<typeof readFilterOptions>;

/** The filters with what they offer and what is chosen; `main` stand in the bar, `more` unfold. */
export function describeFilterBar(
  actor: Actor,
  { asked, query }: { asked: DashboardAsked; query: DashboardQuery },
  data: DashboardData,
) {
  const options = readFilterOptions(actor, asked, data);
  const more = refinements(actor, asked, options);
  const isMine = options.facilitators.some(({ id }) => id === actor.userId) && query.facilitator !== actor.userId;
  return {
    ...mainFields(actor, asked),
    ...datesOf(actor, asked, query),
    more,
    filteredBy: filteredBy(actor, more),
    mine: isMine ? paths.dashboard({ ...query, facilitator: actor.userId }) : undefined,
    reset: Object.values(query).some((value) => value !== undefined) ? paths.dashboard() : undefined,
  };
}

/** The dates typed; those that no period can have come back as they were, with what is shown instead. */
function datesOf({ locale }: Actor, { days }: DashboardAsked, query: DashboardQuery) {
  if (days.period === "custom") return { from: days.from, to: days.to, misread: "" };
  const isMisread = query.period === "custom" && (query.from !== undefined || query.to !== undefined);
  if (!isMisread) return { from: "", to: "", misread: "" };
  return { from: query.from ?? "", to: query.to ?? "", misread: translator(locale)("dashboard:filters.misread") };
}

/** What a file was asked with: the days, those compared with, the offices and the filters set. */
export function askedInWords(actor: Actor, asked: DashboardAsked): [string, string][] {
  const t = translator(actor.locale);
  return [
    [t("dashboard:file.period"), wordedPeriod(actor.locale, asked.days)],
    [t("dashboard:file.compared"), wordedPeriod(actor.locale, asked.before)],
    [t("dashboard:file.office"), asked.viewed.map(({ name }) => name).join(", ")],
    ...filtersSet(actor, asked),
  ];
}

/** The filters that are set, each with the words of what is chosen. */
const filtersSet = (actor: Actor, asked: DashboardAsked): [string, string][] =>
  fieldsSet(actor, asked).map((field) => [field.label, chosenOf(field)]);

/** « Filtres : Thème E-réputation. » without reading a figure; nothing when none is set. */
export const wordedFilters = (actor: Actor, asked: DashboardAsked): string => filteredBy(actor, fieldsSet(actor, asked));

function fieldsSet(actor: Actor, asked: DashboardAsked): Field[] {
  if (!isNarrowed(asked.narrowing)) return [];
  return refinements(actor, asked, readFilterOptions(actor, asked)).filter(({ value }) => value !== "");
}

function mainFields({ locale }: Actor, asked: DashboardAsked) {
  const t = translator(locale);
  const periods = periodChoices.filter((choice) => choice !== "season" || asked.viewed[0]?.seasonWeeks.length);
  const period: Field = {
    name: "period",
    label: t("dashboard:filters.period"),
    value: asked.days.period,
    options: periods.map((choice) => ({ value: choice, label: t(`dashboard:periods.${choice}`) })),
  };
  const compare: Field = {
    name: "compare",
    label: t("dashboard:filters.compare"),
    value: asked.compare,
    options: compareChoices.map((choice) => ({ value: choice, label: t(`dashboard:compares.${choice}`) })),
  };
  const offices = asked.offices.map(({ id, name }) => ({ value: id, label: name }));
  const office: Field = {
    name: "office",
    label: t("dashboard:filters.office"),
    value: asked.office ?? "",
    options: [{ value: "", label: t("dashboard:filters.allOffices") }, ...offices],
  };
  return { period, main: offices.length > 1 ? [compare, office] : [compare] };
}

function refinements({ locale }: Actor, { narrowing, isDetailed }: DashboardAsked, options: FilterOptions): Field[] {
  const t = translator(locale);
  const field = (name: keyof typeof narrowing, given: Option[]): Field => ({
    name,
    label: t(`dashboard:filters.${name}`),
    value: narrowing[name] ?? "",
    options: [{ value: "", label: t("dashboard:filters.all") }, ...given],
  });
  const topics = [
    field(
      "kind",
      (["individual", "group"] as const).map((kind) => ({ value: kind, label: t(`dashboard:kinds.${kind}`) })),
    ),
    field(
      "theme",
      themeCodes.map((code) => ({ value: code, label: t(`themes:${code}.name`) })),
    ),
    field(
      "channel",
      sessionChannels.map((code) => ({ value: code, label: t(`coaching:channels.${code}`) })),
    ),
  ];
  if (!isDetailed) return topics;
  return [
    field(
      "facilitator",
      options.facilitators.map(({ id, name }) => ({ value: id, label: name })),
    ),
    ...topics,
    field(
      "providerKind",
      establishmentKinds.map((kind) => ({ value: kind, label: t(`kinds:${kind}`) })),
    ),
    field(
      "commune",
      options.communes.map(({ inseeCode, name }) => ({ value: inseeCode, label: name })),
    ),
    ...(["funder", "tag"] as const).flatMap((name) => {
      const words = name === "funder" ? options.funders : options.tags;
      return words.length > 0
        ? [
            field(
              name,
              words.map((one) => ({ value: one.id, label: one.name })),
            ),
          ]
        : [];
    }),
  ];
}

/** « Filtres : Thème E-réputation, Commune Soulac-sur-Mer. »; nothing when none is set. */
function filteredBy({ locale }: Actor, fields: readonly Field[]): string {
  const t = translator(locale);
  const set = fields.filter(({ value }) => value !== "");
  if (set.length === 0) return "";
  const list = set.map((field) => `${field.label} ${chosenOf(field)}`).join(", ");
  return `${t("dashboard:filteredBy", { list })} ${t("dashboard:wholeSessions")}`;
}

const chosenOf = ({ value, options }: Field): string => options.find((option) => option.value === value)?.label ?? value;
