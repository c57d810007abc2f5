import type { ActionFunctionArgs } from "@remix-run/node";
import { authorize } from "~/access/authorized";
import { requireActor } from "~/auth/actor.server";
import { changeMany } from "~/features/action-plans/batch.commands.server";
import { batchSchema } from "~/features/action-plans/form";
import { getPlanHead } from "~/features/action-plans/queries.server";
import { errorText } from "~/http/form.server";
import { answering } from "~/http/responses.server";
import { redirectWithToast } from "~/http/toast.server";
import { translator } from "~/i18n/translate";
import { RuleError } from "~/lib/errors";
import { paths } from "~/paths";

/** One change for all the ticked steps of a plan. */
export async function action(asked: ActionFunctionArgs) {
  const actor = await requireActor(asked);
  const head = await answering(() => getPlanHead(actor, asked.params.providerId ?? "", "plan.edit"));
  const fields = await asked.request.formData();
  const dueOn = fields.get("dueOn") || undefined;
  const parsed = batchSchema.safeParse({ ids: fields.getAll("ids"), change: fields.get("change"), dueOn });
  const back = paths.providerPlan(head.id);
  const refuse = (key: string) => redirectWithToast(back, { text: errorText(actor.locale, key), tone: "warn" });
  if (!parsed.success) return refuse(parsed.error.issues[0]?.message ?? "invalid");
  try {
    const { changed } = changeMany(actor, authorize(actor, "plan.edit", head), parsed.data);
    const text = translator(actor.locale)("plans:batch.done", { count: changed });
    return await redirectWithToast(back, { text, tone: "ok" });
  } catch (error) {
    if (error instanceof RuleError) return refuse(error.key);
    throw error;
  }
}
