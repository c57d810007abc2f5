import type { Actor } from "~/access/actor";
import { ownersWhere } from "~/access/can";
import { searchProviders } from "~/features/providers/queries.server";
import { isTheme } from "~/features/themes/model";
import { formatDuration } from "~/i18n/format";
import { translator } from "~/i18n/translate";
import { newId } from "~/lib/ids";
import { typeset } from "~/lib/typography";
import type { EstablishmentKind } from "~/lib/vocabulary";
import { paths, type Query } from "~/paths";
import type { StartFormData, StartPage, StartStep } from "./components/start-plan";
import { countMeasures, describeMeasures } from "./measures-page.server";
import { getPlanHead } from "./queries.server";
import { copyable } from "./starting-steps.server";
import { getTemplate, listTemplates } from "./templates.server";

export interface StartTarget {
  id: string;
  ownerId: string;
  name: string;
  kind: EstablishmentKind;
}

interface Asked {
  template?: string | undefined;
  from?: string | undefined;
  measures?: string | undefined;
  words?: string | undefined;
  query: Query;
}

/** The page that starts a plan: what the record asks for and the templates to choose from, or the steps of the one chosen. */
export function describeStart(actor: Actor, targets: readonly StartTarget[], asked: Asked): StartPage {
  const t = translator(actor.locale);
  const [first] = targets;
  const context = targets.map((target) => target.name).join(", ");
  if (asked.template || asked.from || asked.measures) return { context, form: describeForm(actor, targets, asked) };
  const measures = { to: paths.startPlan({ ...asked.query, measures: "record" }), facts: countMeasures(actor, targets) };
  const templates = listTemplates(first?.kind).map((template) => ({
    to: paths.startPlan({ ...asked.query, template: template.slug }),
    title: typeset(template.title),
    summary: typeset(template.summary),
    facts: [
      t(`themes:${template.theme}.name`),
      t("plans:start.steps", { count: template.steps.length }),
      first && template.forKinds.includes(first.kind) ? t("plans:start.forKind") : "",
    ]
      .filter(Boolean)
      .join(" · "),
  }));
  return { context, measures, templates, words: asked.words ?? "", found: describeFound(actor, targets, asked) };
}

function describeForm(actor: Actor, targets: readonly StartTarget[], asked: Asked): StartFormData {
  const common = { id: newId(), targets: targets.map(({ id, name }) => ({ id, name })), back: paths.startPlan(asked.query) };
  const t = translator(actor.locale);
  if (asked.measures) return { ...common, title: t("measures:title"), ...describeMeasures(actor, targets) };
  const steps = asked.template ? templateSteps(actor, asked.template) : planSteps(actor, asked.from ?? "");
  return {
    ...common,
    title: asked.template ? typeset(getTemplate(asked.template).title) : getPlanHead(actor, asked.from ?? "", "plan.edit").name,
    intro: "",
    groups: steps.length > 0 ? [{ title: t("plans:start.choose"), hint: "", steps }] : [],
    kept: [],
    none: t("plans:start.noSteps"),
    record: null,
  };
}

function templateSteps(actor: Actor, slug: string): StartStep[] {
  const t = translator(actor.locale);
  const template = getTemplate(slug);
  return template.steps.map((step, place) => ({
    value: String(place),
    title: typeset(step.title),
    why: typeset(step.why),
    facts: [
      t("actionPlans:minutes", { duration: formatDuration(step.minutes) }),
      t(`actionPlans:doers.${step.doneBy}`),
      step.theme ? t(`themes:${step.theme}.name`) : "",
    ]
      .filter(Boolean)
      .join(" · "),
    reasons: [],
    isTicked: true,
  }));
}

function planSteps(actor: Actor, providerId: string): StartStep[] {
  const t = translator(actor.locale);
  getPlanHead(actor, providerId, "plan.edit");
  return copyable(actor, providerId).map((action) => ({
    value: action.id,
    title: typeset(action.title),
    why: typeset(action.why),
    facts: action.theme && isTheme(action.theme) ? t(`themes:${action.theme}.name`) : "",
    reasons: [],
    isTicked: true,
  }));
}

/** Providers of the same offices whose plan one may take steps from. */
function describeFound(actor: Actor, targets: readonly StartTarget[], asked: Asked) {
  if (!asked.words) return undefined;
  const offices = ownersWhere(actor, "plan.edit").filter((id) => targets.some((target) => target.ownerId === id));
  const words = asked.words;
  return offices
    .flatMap((office) => searchProviders(actor, words, office))
    .filter((one) => !targets.some((target) => target.id === one.id))
    .map((one) => ({
      to: paths.startPlan({ ...asked.query, from: one.id }),
      name: [one.name, one.commune].filter(Boolean).join(", "),
    }));
}
