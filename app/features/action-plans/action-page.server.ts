import type { Actor } from "~/access/actor";
import { listFiles } from "~/features/files/queries.server";
import { resourceLine } from "~/features/resources/lines";
import { suggestResources } from "~/features/resources/suggest.queries.server";
import { formatInstant } from "~/i18n/format";
import { translator } from "~/i18n/translate";
import { newId } from "~/lib/ids";
import { paths } from "~/paths";
import { listComments } from "./comments.queries.server";
import type { EvidenceData } from "./components/evidence";
import type { ThreadData } from "./components/thread";
import { describeAnswers } from "./describe-answers.server";
import { describeTies } from "./describe-ties.server";
import { describeHistory } from "./history.server";
import { type getAction, listAnswers } from "./queries.server";

type DescribedAction = Parameters<typeof describeTies>[1] &
  Pick<ReturnType<typeof getAction>, "zone" | "publishedAt" | "createdAt" | "title" | "theme" | "resourceId">;

/** What stands beside an action's form: resources that may help, answers, thread, evidence, history, sessions and workshops. */
export function describeAction(actor: Actor, action: DescribedAction) {
  const suggested = suggestResources(actor, action).filter((row) => row.id !== action.resourceId);
  return {
    suggested: suggested.map((row) => resourceLine(actor.locale, row, paths.resource)),
    answers: describeAnswers(actor, action.id),
    thread: describeThread(actor, action, paths.actionComments(action.id)),
    evidence: describeEvidence(actor, action.id, paths.actionFiles(action.id)),
    history: describeHistory(actor, action),
    ties: describeTies(actor, action),
  };
}

/** The words exchanged about an action, and where one more is posted; `to` is null on a draft, which has no reader. */
export function describeThread(
  actor: Actor,
  action: { id: string; zone: string; publishedAt: number | null },
  to: string,
): ThreadData {
  const t = translator(actor.locale);
  return {
    id: newId(),
    to: action.publishedAt === null ? null : to,
    lines: listComments(actor, action.id).map((comment) => ({
      id: comment.id,
      who: comment.author ?? comment.contact ?? t("plans:thread.provider"),
      at: formatInstant(actor.locale, comment.createdAt, action.zone),
      text: comment.text,
      isFromProvider: comment.isFromProvider,
    })),
  };
}

/** The links and files that show what was done. */
export function describeEvidence(actor: Actor, actionId: string, to: string): EvidenceData {
  const links = listAnswers(actor, actionId, "plan.view").flatMap((answer) => (answer.link ? [answer.link] : []));
  return {
    to,
    links: [...new Set(links)],
    files: listFiles(actor, "action", actionId).map(({ id, name, kind }) => ({ id, name, isImage: kind === "image" })),
  };
}
