import { type Actor, cameByLink } from "~/access/actor";
import { readBeside } from "~/features/accounts/beside.queries.server";
import { suggestResources } from "~/features/resources/suggest.queries.server";
import { formatDay, formatDuration } from "~/i18n/format";
import { type Locale, translator } from "~/i18n/translate";
import { typeset } from "~/lib/typography";
import { paths } from "~/paths";
import { listWorkshopsOfStep } from "./action-links.queries.server";
import { describeEvidence, describeThread } from "./action-page.server";
import type { MyPlanData, TrailStep } from "./components/my-plan-page";
import { isDone, isOpen, progressOf } from "./model";
import { getPlanHead, listActions } from "./queries.server";

/** « Mon plan » in the reader's words (look.md): the next step, who stands beside, the whole path. */
export function describeMyPlan(actor: Actor, providerId: string, places: StepPlaces): MyPlanData {
  const t = translator(actor.locale);
  const head = getPlanHead(actor, providerId);
  const actions = listActions(actor, providerId);
  const behind = actions.filter((action) => !isOpen(action.state));
  const ahead = actions.filter((action) => isOpen(action.state));
  const first = ahead.find((action) => action.doneBy !== "office" && action.state !== "blocked") ?? ahead[0];
  const next = actions.find((action) => action.id === places.stepId) ?? first;
  const progress = progressOf(actions);
  return {
    name: head.name,
    next: next && {
      ...stepOf(actor.locale, next),
      isFirst: next === first,
      isOpen: isOpen(next.state),
      stateText: next.state === "todo" ? "" : t(`actionPlans:states.${next.state}`),
      gestures: next.steps.map((step, place) => ({ ...step, title: typeset(step.title), place })),
      thread: describeThread(actor, { ...next, zone: head.zone }, places.comments(next.id)),
      evidence: describeEvidence(actor, next.id, places.files(next.id)),
      ticks: places.ticks(next.id),
      workshops: workshopsOf(actor, next),
      why: typeset(next.why),
      how: typeset(next.how),
      resource: sheetFor(actor, next),
    },
    trail: [...behind, ...ahead].map((action) => ({ ...stepOf(actor.locale, action), to: places.step(action.id) })),
    pdf: cameByLink(actor) ? null : paths.myPlanPdf({ provider: providerId }),
    firstId: first?.id,
    unseen: hasNews(actions) ? places.seen : null,
    progress: t("myPlan:progress", { count: progress.done, total: progress.total }),
    contact: readBeside(providerId, actor).beside,
  };
}

/** Where the page's forms post and its links lead: the provider's space, or a page link. */
export interface StepPlaces {
  /** The step asked for by its address; the next one otherwise. */
  stepId: string | null;
  step: (actionId: string) => string;
  comments: (actionId: string) => string;
  files: (actionId: string) => string;
  ticks: (actionId: string) => string;
  /** Told once that the page stood open before someone; a GET alone tells nothing. */
  seen: string;
}

/** The sheet that the office chose for this step; else, for who signed in, the one that answers it best. */
function sheetFor(actor: Actor, next: ReturnType<typeof listActions>[number]) {
  if (next.resource && next.resourceSlug) return resourceOf(actor, { title: next.resource, slug: next.resourceSlug });
  const [best] = cameByLink(actor) ? [] : suggestResources(actor, next, 1);
  return best ? resourceOf(actor, best) : null;
}

/** The sheet to read: a link for who signed in; a page link opens the plan alone. */
function resourceOf(actor: Actor, sheet: { title: string; slug: string }) {
  const text = translator(actor.locale)("myPlan:resource", { title: typeset(sheet.title) });
  return { text, to: cameByLink(actor) ? null : paths.myResource(sheet.slug) };
}

/** The workshops that go with the step; a page link opens the plan alone. */
function workshopsOf(actor: Actor, step: { id: string; workshopId: string | null }) {
  const t = translator(actor.locale);
  return listWorkshopsOfStep(step).map(({ id, title, heldOn }) => ({
    text: t("plans:ties.go", { title, day: formatDay(actor.locale, heldOn, "spoken") }),
    to: cameByLink(actor) ? null : paths.myWorkshop(id),
  }));
}

const hasNews = (actions: readonly { seenAt: number | null }[]): boolean => actions.some((action) => action.seenAt === null);

type Action = ReturnType<typeof listActions>[number];

function stepOf(locale: Locale, action: Action): Omit<TrailStep, "to"> {
  return {
    id: action.id,
    title: typeset(action.title),
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
