import type { Actor } from "~/access/actor";
import { authorize } from "~/access/authorized";
import { errorText, parseFields } from "~/http/form.server";
import { answering, notFound } from "~/http/responses.server";
import type { Toast } from "~/http/toast.server";
import { translator } from "~/i18n/translate";
import { RuleError } from "~/lib/errors";
import { commentAction, tickStep } from "./comments.commands.server";
import { commentSchema, stepTickSchema } from "./form";
import { getAction, getPlanHead } from "./queries.server";
import { markPlanSeen } from "./seen.commands.server";

interface Posted {
  actionId: string;
  fields: FormData;
  contactId: string | null;
}

/** A word in a step's thread, or the tick of one of its gestures, by whoever reads « Mon plan ». */
export async function postOnStep(actor: Actor, { actionId, fields, contactId }: Posted): Promise<Toast> {
  const t = translator(actor.locale);
  const row = await answering(() => getAction(actor, actionId, "plan.answer"));
  if (fields.get("intent") === "tick") {
    const form = parseFields(fields, stepTickSchema, actor.locale);
    if (!form.isValid) throw notFound();
    return refusing(actor, () => {
      tickStep(actor, authorize(actor, "plan.answer", row), form.value);
      return { text: t("myPlan:ticked"), tone: "ok" };
    });
  }
  const form = parseFields(fields, commentSchema, actor.locale);
  if (!form.isValid) return { text: Object.values(form.reply.errors).flat().join(" "), tone: "warn" };
  return refusing(actor, () => {
    commentAction(actor, authorize(actor, "plan.comment", row), { ...form.value, contactId });
    return { text: t("myPlan:commented"), tone: "ok" };
  });
}

/** The page stood open before someone: told by the page itself, never by a GET. */
export async function tellSeen(actor: Actor, providerId: string): Promise<Response> {
  const head = await answering(() => getPlanHead(actor, providerId, "plan.answer"));
  markPlanSeen(actor, authorize(actor, "plan.answer", head));
  return new Response(null, { status: 204 });
}

function refusing(actor: Actor, work: () => Toast): Toast {
  try {
    return work();
  } catch (error) {
    if (error instanceof RuleError) return { text: errorText(actor.locale, error.key), tone: "warn" };
    throw error;
  }
}
