import { type Beside, besideAt, readBeside } from "~/features/accounts/beside.queries.server";
import { translator } from "~/i18n/translate";
import { NotFoundError } from "~/lib/errors";
import { newId } from "~/lib/ids";
import { paths } from "~/paths";
import type { Confirm } from "./components/confirm-answer";
import type { AnswerTo, MyPlanData } from "./components/my-plan-page";
import type { SpentLinkData } from "./components/spent-link";
import { ownAnswerSchema } from "./form";
import { actorOfLink, getPageLink } from "./links.queries.server";
import { describeMyPlan, type StepPlaces } from "./my-plan.server";
import { getAction } from "./queries.server";

type Link = ReturnType<typeof getPageLink>;

interface LinkPage {
  plan?: MyPlanData;
  confirm?: Confirm;
  spent?: SpentLinkData;
  to: AnswerTo;
  callbackId: string;
  /** Whether « Rappelez-moi » may be asked here. */
  mayCall: boolean;
  /** Whom to call, where the plan itself is not shown. */
  contact?: Beside;
}

/** What a page link's address shows: the plan, an answer to confirm, or that the link is spent. */
export function describeLinkPage(link: Link, token: string, asksFor: URLSearchParams): LinkPage {
  const here = paths.pageLink(token);
  const page = { to: { method: "get", action: here, callbacks: here }, callbackId: newId(), mayCall: true } as const;
  const locale = link.locale ?? "fr";
  // Who took the link back knows why: its holder calls the office, and leaves no message as somebody.
  if (link.state === "revoked") {
    const { beside } = besideAt(link.ownerId, { locale, userId: null });
    return { ...page, spent: { canRenew: false }, contact: beside, mayCall: false };
  }
  const contact = readBeside(link.providerId, { locale }).beside;
  if (link.state === "expired") return { ...page, spent: { canRenew: link.email !== null && link.contactId !== null }, contact };
  const asked = ownAnswerSchema.safeParse(Object.fromEntries(asksFor));
  if (!asked.success) return { ...page, plan: describeMyPlan(actorOfLink(link), link.providerId, placesOf(token, asksFor)) };
  const { actionId, answer } = asked.data;
  const { title } = getAction(actorOfLink(link), actionId, "plan.answer");
  const key = (
    {
      done: "confirmDone",
      alreadyDone: "confirmAlreadyDone",
      doing: "confirmDoing",
      blocked: "confirmBlocked",
      notForMe: "confirmNotForMe",
      again: "confirmAgain",
    } as const
  )[answer];
  const text = translator(locale)(`myPlan:link.${key}`, { title });
  return { ...page, contact, confirm: { actionId, answer, text } };
}

/** A page link that still opens its plan; throws NotFoundError otherwise. */
export function getOpenLink(token: string): Link {
  const link = getPageLink(token);
  if (link.state !== "valid") throw new NotFoundError("pageLink");
  return link;
}

const placesOf = (token: string, asksFor: URLSearchParams): StepPlaces => ({
  stepId: asksFor.get("step"),
  step: (id) => paths.pageLink(token, { step: id }),
  comments: (id) => paths.linkStep(token, id),
  ticks: (id) => paths.linkStep(token, id),
  files: (id) => paths.linkFiles(token, id),
  seen: paths.linkSeen(token),
});
