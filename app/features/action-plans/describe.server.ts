import type { Actor } from "~/access/actor";
import { isTheme } from "~/features/themes/model";
import { formatDay, formatDuration } from "~/i18n/format";
import { type Locale, translator } from "~/i18n/translate";
import { typeset } from "~/lib/typography";
import { paths } from "~/paths";
import { countComments } from "./comments.queries.server";
import type { ActionLine } from "./components/action-list";
import { isOpen, progressOf } from "./model";
import { listActions } from "./queries.server";

/** A provider's plan as its tab shows it: one line an action, and how far the plan is. */
export function describePlan(actor: Actor, providerId: string, today: string): PlanLines {
  const t = translator(actor.locale);
  const actions = listActions(actor, providerId);
  const published = actions.filter((action) => action.publishedAt !== null);
  const progress = progressOf(published);
  const drafts = actions.length - published.length;
  const words = countComments(actor, providerId);
  return {
    progress: t("actionPlans:progress", { count: progress.done, total: progress.total }),
    drafts: drafts > 0 ? t("plans:draft.waiting", { count: drafts }) : "",
    lines: actions.map((action) => ({
      ...lineOf(actor.locale, action, today),
      isDraft: action.publishedAt === null,
      life: lifeOf(actor.locale, action, words.get(action.id) ?? 0),
    })),
  };
}

interface PlanLines {
  progress: string;
  /** How many steps wait to be published, in words; empty when none does. */
  drafts: string;
  lines: ActionLine[];
}

function lifeOf(locale: Locale, action: Action, words: number): string {
  const t = translator(locale);
  const done = action.steps.filter((step) => step.isDone).length;
  return [
    action.steps.length > 0 ? t("plans:gestures", { done, total: action.steps.length }) : "",
    words > 0 ? t("plans:comments", { count: words }) : "",
    action.publishedAt !== null && isOpen(action.state) ? t(action.seenAt === null ? "plans:seen.no" : "plans:seen.yes") : "",
  ]
    .filter(Boolean)
    .join(" · ");
}

type Action = ReturnType<typeof listActions>[number];

function lineOf(locale: Locale, action: Action, today: string): Omit<ActionLine, "isDraft" | "life"> {
  const t = translator(locale);
  return {
    id: action.id,
    title: typeset(action.title),
    why: typeset(action.why),
    state: action.state,
    stateText: t(`actionPlans:states.${action.state}`),
    isOpen: isOpen(action.state),
    facts: [
      whenOf(locale, action, today),
      t(`actionPlans:doers.${action.doneBy}`),
      action.theme && isTheme(action.theme) ? t(`themes:${action.theme}.name`) : "",
      action.minutes ? t("actionPlans:minutes", { duration: formatDuration(action.minutes) }) : "",
      action.priority === 1 ? t("actionPlans:priorities.p1") : "",
      action.resource ? t("actionPlans:resource", { title: typeset(action.resource) }) : "",
    ]
      .filter(Boolean)
      .join(" · "),
    session:
      action.sessionId && action.sessionOn
        ? {
            to: paths.coachingSession(action.sessionId),
            text: t("actionPlans:fromSession", { day: formatDay(locale, action.sessionOn) }),
          }
        : null,
  };
}

/** Late says since when, without blame: « attendue depuis le 3 mars ». */
function whenOf(locale: Locale, action: Action, today: string): string {
  const t = translator(locale);
  if (action.doneOn) return t("actionPlans:doneOn", { day: formatDay(locale, action.doneOn) });
  if (!action.dueOn || !isOpen(action.state)) return "";
  const key = action.dueOn < today ? "actionPlans:late" : "actionPlans:due";
  return t(key, { day: formatDay(locale, action.dueOn) });
}
