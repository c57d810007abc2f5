import type { Actor } from "~/access/actor";
import { formatDay, formatDuration, formatWeekdays } from "~/i18n/format";
import { type Locale, translator } from "~/i18n/translate";
import { formatPhone } from "~/lib/phone";
import type { MyPlanData, TrailStep } from "./components/my-plan-page";
import { isDone, isOpen, progressOf } from "./model";
import { getPlanHead, listActions } from "./queries.server";

/** « Mon plan » in the reader's words (look.md): the next step, who stands beside, the whole path. */
export function describeMyPlan(actor: Actor, providerId: string): MyPlanData {
  const t = translator(actor.locale);
  const head = getPlanHead(actor, providerId);
  const actions = listActions(actor, providerId);
  const behind = actions.filter((action) => !isOpen(action.state));
  const [next, ...ahead] = actions.filter((action) => isOpen(action.state));
  const progress = progressOf(actions);
  return {
    name: head.name,
    next: next && {
      ...stepOf(actor.locale, next),
      why: next.why,
      how: next.how,
      resource: next.resource ? t("myPlan:resource", { title: next.resource }) : "",
      resourceId: next.resource ? next.resourceId : null,
    },
    trail: [...behind, ...(next ? [next] : []), ...ahead].map((action) => stepOf(actor.locale, action)),
    progress: t("myPlan:progress", { count: progress.done, total: progress.total }),
    contact: contactOf(actor.locale, head),
  };
}

type Action = ReturnType<typeof listActions>[number];

function stepOf(locale: Locale, action: Action): TrailStep {
  return {
    id: action.id,
    title: action.title,
    place: isOpen(action.state) ? "ahead" : isDone(action.state) ? "done" : "aside",
    facts: isOpen(action.state) ? factsAhead(locale, action) : factsBehind(locale, action),
  };
}

function factsAhead(locale: Locale, action: Action): string {
  const t = translator(locale);
  const minutes = action.minutes ? t("myPlan:minutes", { duration: formatDuration(action.minutes) }) : "";
  const due = action.dueOn ? t("myPlan:due", { day: formatDay(locale, action.dueOn, "spoken") }) : "";
  return [minutes, due, t(`myPlan:doneBy.${action.doneBy}`)].filter(Boolean).join(" · ");
}

function factsBehind(locale: Locale, action: Action): string {
  const t = translator(locale);
  if (action.state === "not_relevant") return t("myPlan:aside");
  return action.doneOn ? t("myPlan:doneOn", { day: formatDay(locale, action.doneOn) }) : t("myPlan:alreadyThere");
}

/** The referent, or the office itself where nobody follows the provider. */
function contactOf(locale: Locale, head: ReturnType<typeof getPlanHead>): MyPlanData["contact"] {
  const t = translator(locale);
  const title = head.contactTitle ?? t("myPlan:contact");
  const office = head.office ?? "";
  const phone = head.contactPhone ?? head.officePhone;
  const reach = { title, phone, phoneText: formatPhone(phone) };
  if (head.contactName === null) return { ...reach, name: office, office: "", days: "" };
  const days = head.presentDays ?? [];
  const present = days.length > 0 ? t("myPlan:present", { days: formatWeekdays(locale, days) }) : "";
  return { ...reach, name: head.contactName, office, days: present };
}
