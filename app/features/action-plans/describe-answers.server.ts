import type { Actor } from "~/access/actor";
import { formatDay } from "~/i18n/format";
import { translator } from "~/i18n/translate";
import type { AnswerLine } from "./components/answer-history";
import { listAnswers } from "./queries.server";

/** The answers of an action in words: « dit au téléphone le 12 mars, par…, noté par… ». */
export function describeAnswers(actor: Actor, actionId: string): AnswerLine[] {
  const t = translator(actor.locale);
  return listAnswers(actor, actionId).map((answer) => ({
    id: answer.id,
    state: t(`actionPlans:states.${answer.state}`),
    comment: answer.comment,
    context: [
      t("actionPlans:history.said", { way: t(`actionPlans:ways.${answer.way}`), day: formatDay(actor.locale, answer.saidOn) }),
      answer.contact ? t("actionPlans:history.by", { name: answer.contact }) : "",
      answer.recordedBy ? t("actionPlans:history.recordedBy", { name: answer.recordedBy }) : "",
    ]
      .filter(Boolean)
      .join(", "),
  }));
}
