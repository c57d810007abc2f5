import type { ActionFunctionArgs } from "@remix-run/node";
import { authorize } from "~/access/authorized";
import { requireActor } from "~/auth/actor.server";
import { answerAction } from "~/features/action-plans/answers.commands.server";
import { ownAnswerSchema } from "~/features/action-plans/form";
import { getAction } from "~/features/action-plans/queries.server";
import { parseFields } from "~/http/form.server";
import { answering, notFound } from "~/http/responses.server";
import { redirectWithToast } from "~/http/toast.server";
import { translator } from "~/i18n/translate";
import { paths } from "~/paths";

/** One answer to one action of one's own plan; the toast takes it back. */
export async function action(asked: ActionFunctionArgs) {
  const actor = await requireActor(asked);
  const fields = await asked.request.formData();
  for (const [name, value] of new URL(asked.request.url).searchParams) fields.set(name, value);
  const form = parseFields(fields, ownAnswerSchema, actor.locale);
  if (!form.isValid) throw notFound();
  const { actionId, answer, comment, link } = form.value;
  const row = await answering(() => getAction(actor, actionId, "plan.answer"));
  const t = translator(actor.locale);
  const said = answer === "alreadyDone" ? t("myPlan:alreadyDone") : comment;
  answerAction(actor, authorize(actor, "plan.answer", row), { answer, comment: said, link });
  const undo = { action: paths.myAnswers({ actionId, answer: "again" }), label: t("myPlan:undo") };
  const toast = { text: t(`myPlan:said.${answer}`), tone: "ok" as const };
  return redirectWithToast(paths.my({ provider: row.providerId }), answer === "again" ? toast : { ...toast, undo });
}
