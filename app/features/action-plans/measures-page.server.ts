import type { Actor } from "~/access/actor";
import { dayAt } from "~/features/organisations/zone.queries.server";
import { formatDay, formatDuration } from "~/i18n/format";
import { type Locale, translator } from "~/i18n/translate";
import { now } from "~/lib/clock";
import { typeset } from "~/lib/typography";
import { paths } from "~/paths";
import type { StartGroup, StartStep } from "./components/start-plan";
import type { Evidence, EvidenceCode } from "./evidence.model";
import { byUrgency, isNoted, type Measure, type Recommendation } from "./measure.model";
import { measuresOf } from "./measure-steps.server";
import { proposedDueOn } from "./model";
import type { StartTarget } from "./start-page.server";
import { findSheets, seasonOf } from "./starting-steps.server";

/** How many measures the records ask for, in words: what the choice says before one opens them. */
export function countMeasures(actor: Actor, targets: readonly StartTarget[]): string {
  const t = translator(actor.locale);
  const { open } = gather(actor, targets);
  const noted = open.filter(isNoted).length;
  return [t("measures:noted", { count: noted }), t("measures:unknown", { count: open.length - noted })].filter(Boolean).join(" ");
}

/** The measures to choose from: those that something noted asks for, then those where nothing is known; what the plans hold already. */
export function describeMeasures(actor: Actor, targets: readonly StartTarget[]) {
  const t = translator(actor.locale);
  const { open, kept } = gather(actor, targets);
  const line = lineOf(actor.locale, targets, open);
  const groups: StartGroup[] = [
    { title: t("measures:groups.noted"), hint: "", steps: open.filter(isNoted).map(line) },
    {
      title: t("measures:groups.unknown"),
      hint: t("measures:groups.unknownHint"),
      steps: open.filter((one) => !isNoted(one)).map(line),
    },
  ];
  const [only] = targets.length === 1 ? targets : [];
  return {
    intro: t(only ? "measures:intro" : "measures:introMany"),
    groups: groups.filter((group) => group.steps.length > 0),
    kept: kept.map(
      ({ measure, state }) =>
        `${typeset(measure.texts[actor.locale].title)} (${t(`actionPlans:states.${state}`).toLocaleLowerCase()})`,
    ),
    none: t("measures:none"),
    record: only ? paths.providerPresence(only.id) : null,
  };
}

/** The measures of all the targets, each once with everybody's reasons; a measure is kept when nobody is left to give it to. */
function gather(actor: Actor, targets: readonly StartTarget[]) {
  const each = targets.map((target) => measuresOf(actor, target));
  const open = new Map<string, Recommendation>();
  for (const { measure, reasons } of each.flatMap((one) => one.open))
    open.set(measure.id, { measure, reasons: [...(open.get(measure.id)?.reasons ?? []), ...reasons] });
  const kept = new Map(each.flatMap((one) => one.kept).map((one) => [one.measure.id, one]));
  return { open: [...open.values()].sort(byUrgency), kept: [...kept.values()].filter(({ measure }) => !open.has(measure.id)) };
}

function lineOf(locale: Locale, targets: readonly StartTarget[], open: readonly Recommendation[]) {
  const sheets = findSheets(open.map(({ measure }) => measure.sheet));
  const places = new Set(open.flatMap(({ reasons }) => reasons.map((one) => one.place.id)));
  const owners = [...new Set(targets.map((target) => target.ownerId))];
  const [owner = ""] = owners;
  const today = dayAt(owner, now());
  const dueOn = owners.length === 1 ? proposedDueOn(today, seasonOf(owner)) : null;
  return ({ measure, reasons }: Recommendation): StartStep => ({
    value: measure.id,
    title: typeset(measure.texts[locale].title),
    why: typeset(measure.texts[locale].why),
    facts: factsOf(locale, measure, { dueOn, sheet: sheets.get(measure.sheet)?.title }),
    reasons: reasons.map((one) => reasonOf(locale, one, { today, isPlaceTold: places.size > 1 })),
    isTicked: false,
  });
}

function factsOf(locale: Locale, measure: Measure, told: { dueOn: string | null; sheet: string | undefined }): string {
  const t = translator(locale);
  return [
    t("actionPlans:minutes", { duration: formatDuration(measure.minutes) }),
    t(`actionPlans:doers.${measure.doneBy}`),
    t(`themes:${measure.theme}.name`),
    told.dueOn ? t("measures:due", { day: formatDay(locale, told.dueOn) }) : "",
    told.sheet ? t("measures:sheet", { title: typeset(told.sheet) }) : "",
  ]
    .filter(Boolean)
    .join(" · ");
}

/** Reasons whose words hold the day already. */
const dated: readonly EvidenceCode[] = ["checkOld", "listingRemoved", "labelEnds"];

/** « Gîte des Pins : la fiche Google n’est à personne, vu le 3 mars 2026 ». */
function reasonOf(locale: Locale, one: Evidence, told: { today: string; isPlaceTold: boolean }): string {
  const t = translator(locale);
  const day = formatDay(locale, one.day);
  const hasEnded = one.code === "labelEnds" && one.day !== undefined && one.day < told.today;
  const text = t(`measures:reasons.${hasEnded ? "labelEnded" : one.code}`, { day });
  const about = one.about ? `${text} (${one.about})` : text;
  const reason = day && !dated.includes(one.code) ? t("measures:on", { reason: about, day }) : about;
  return told.isPlaceTold ? t("measures:at", { place: one.place.name, reason }) : reason;
}
