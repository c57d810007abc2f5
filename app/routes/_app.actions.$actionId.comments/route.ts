import type { ActionFunctionArgs } from "@remix-run/node";
import { authorize } from "~/access/authorized";
import { requireActor } from "~/auth/actor.server";
import { commentAction } from "~/features/action-plans/comments.commands.server";
import { commentSchema } from "~/features/action-plans/form";
import { getAction } from "~/features/action-plans/queries.server";
import { errorText, parseForm } from "~/http/form.server";
import { answering } from "~/http/responses.server";
import { redirectWithToast } from "~/http/toast.server";
import { translator } from "~/i18n/translate";
import { RuleError } from "~/lib/errors";
import { paths } from "~/paths";

/** A word of the office in the thread of a step. */
export async function action(asked: ActionFunctionArgs) {
  const actor = await requireActor(asked);
  const row = await answering(() => getAction(actor, asked.params.actionId ?? "", "plan.edit"));
  const form = await parseForm(asked.request, commentSchema, actor.locale);
  const back = paths.action(row.id);
  const refuse = (text: string) => redirectWithToast(back, { text, tone: "warn" });
  if (!form.isValid) return refuse(Object.values(form.reply.errors).flat().join(" "));
  try {
    commentAction(actor, authorize(actor, "plan.comment", row), form.value);
    return await redirectWithToast(back, { text: translator(actor.locale)("plans:thread.sent"), tone: "ok" });
  } catch (error) {
    if (error instanceof RuleError) return refuse(errorText(actor.locale, error.key));
    throw error;
  }
}
