import type { Actor } from "~/access/actor";
import { can, canSomewhere } from "~/access/can";
import { formatDay, formatInstant } from "~/i18n/format";
import { translator } from "~/i18n/translate";
import { paths } from "~/paths";
import type { FieldSpec } from "~/ui/record-form";
import { describeBlocks } from "./describe.server";
import { type Difference, describeDifference } from "./difference.server";
import { factsOf } from "./facts.server";
import { blockKinds, reportLists, reportPeriods } from "./model";
import { hidesSomething } from "./outside.model";
import { getReport, listBlocks, listCorrected, listQuotable, listReports, type Report } from "./queries.server";
import { listTokens } from "./tokens.server";
import { wordsFor } from "./words.server";

/** The list of reports in words. */
export function describeReports(actor: Actor) {
  const t = translator(actor.locale);
  const reports = listReports(actor);
  const many = new Set(reports.map((one) => one.ownerId)).size > 1;
  const corrected = listCorrected(reports.map((one) => one.id));
  return reports.map((report) => ({
    id: report.id,
    title: report.title,
    state: report.state,
    isCorrected: corrected.has(report.id),
    lines: [
      many ? report.office : "",
      t("reports:period", { from: formatDay(actor.locale, report.startsOn), to: formatDay(actor.locale, report.endsOn) }),
      t("reports:frozenAt", { at: formatInstant(actor.locale, report.figuresAt, report.zone) }),
    ].filter(Boolean),
  }));
}

/** The other documents that leave from here. */
export function describeOthers(actor: Actor) {
  const t = translator(actor.locale);
  const evidence = { to: paths.reportPage("evidence"), label: t("evidence:title") };
  const schedules = { to: paths.reportPage("schedules"), label: t("schedules:title") };
  return [
    { to: paths.agreements(), label: t("agreements:title") },
    { to: paths.reportPage("communes"), label: t("communes:title") },
    ...(canSomewhere(actor, "report.evidence") ? [evidence] : []),
    ...(canSomewhere(actor, "report.schedule") ? [schedules] : []),
  ];
}

/** The fields of « Préparer un rapport »; undefined for who makes none. */
export function newReportFields(actor: Actor): FieldSpec[] | undefined {
  if (!canSomewhere(actor, "report.make")) return undefined;
  const t = translator(actor.locale);
  const options = reportPeriods.map((value) => ({ value, label: t(`reports:periods.${value}`) }));
  const day = (name: "startsOn" | "endsOn"): FieldSpec => ({
    name,
    label: t(`reports:fields.${name}`),
    control: "date",
    value: "",
    hint: t("reports:customHint"),
  });
  const period = { name: "period", label: t("reports:fields.period"), control: "select", value: "year", options } as const;
  return [{ ...period, isRequired: true }, day("startsOn"), day("endsOn")];
}

/** A report's page: its blocks in words, and what this reader may do with it. */
export function describeReportPage(actor: Actor, report: Report) {
  const t = translator(actor.locale);
  const isDraft = report.state === "draft";
  const { finishedAt, finishedBy, zone } = report;
  const end =
    finishedAt === null
      ? []
      : [t("reports:finishedBy", { at: formatInstant(actor.locale, finishedAt, zone), name: finishedBy ?? "–" })];
  return {
    id: report.id,
    title: report.title,
    state: report.state,
    office: report.office,
    facts: [...factsOf(report), ...end],
    blocks: describeBlocks(actor, report, listBlocks(report.id)),
    difference: inWords(describeDifference(actor, report)),
    hidesSmall: hidesSomething(report.figures),
    permissions: {
      edit: isDraft && can(actor, "report.make", report),
      finish: isDraft && can(actor, "report.finish", report),
      own: can(actor, "report.finish", report),
    },
    tokens: isDraft ? listTokens(report, wordsFor(report.locale)) : [],
    choices: choicesOf(actor),
    quotes: listQuotable(report).map(({ id, text, who }) => ({ value: id, label: `${text.slice(0, 90)} (${who})` })),
  };
}
export type ReportPageData = ReturnType<typeof describeReportPage>;

/** What may be added: a kind alone, or a kind with a list. */
function choicesOf({ locale }: Actor) {
  const t = translator(locale);
  return blockKinds.flatMap((kind) =>
    kind === "chart" || kind === "table"
      ? reportLists
          .filter((list) => kind === "table" || list !== "goals")
          .map((list) => ({ value: `${kind}:${list}`, label: `${t(`reports:blocks.${kind}`)} – ${t(`reports:lists.${list}`)}` }))
      : [{ value: kind, label: t(`reports:blocks.${kind}`) }],
  );
}

/** The page of a report by its id; throws NotFoundError out of sight. */
export const readReportPage = (actor: Actor, id: string) => describeReportPage(actor, getReport(actor, id));

/** What the page shows of a difference: no number that is not told. */
const inWords = (difference: Difference | null) => difference && { table: difference.table, reasons: difference.reasons };
