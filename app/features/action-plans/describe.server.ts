import type { Actor } from "~/access/actor";
import { isTheme } from "~/features/themes/model";
import { formatDay, formatDuration } from "~/i18n/format";
import { type Locale, translator } from "~/i18n/translate";
import { paths } from "~/paths";
import type { ActionLine } from "./components/action-list";
import { isOpen, progressOf } from "./model";
import { listActions } from "./queries.server";

/** A provider's plan as its tab shows it: one line an action, and how far the plan is. */
export function describePlan(actor: Actor, providerId: string, today: string): { progress: string; lines: ActionLine[] } {
  const actions = listActions(actor, providerId);
  const progress = progressOf(actions);
  return {
    progress: translator(actor.locale)("actionPlans:progress", { count: progress.done, total: progress.total }),
    lines: actions.map((action) => lineOf(actor.locale, action, today)),
  };
}

type Action = ReturnType<typeof listActions>[number];

function lineOf(locale: Locale, action: Action, today: string): ActionLine {
  const t = translator(locale);
  return {
    id: action.id,
    title: action.title,
    why: action.why,
    state: action.state,
    stateText: t(`actionPlans:states.${action.state}`),
    isOpen: isOpen(action.state),
    facts: [
      whenOf(locale, action, today),
      t(`actionPlans:doers.${action.doneBy}`),
      action.theme && isTheme(action.theme) ? t(`themes:${action.theme}.name`) : "",
      action.minutes ? t("actionPlans:minutes", { duration: formatDuration(action.minutes) }) : "",
      action.priority === 1 ? t("actionPlans:priorities.p1") : "",
      action.resource ? t("actionPlans:resource", { title: action.resource }) : "",
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
