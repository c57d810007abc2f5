import type { ActionFunctionArgs } from "@remix-run/node";
import { authorize } from "~/access/authorized";
import { requireActor } from "~/auth/actor.server";
import { callbackSchema } from "~/features/action-plans/form";
import { getPlanHead } from "~/features/action-plans/queries.server";
import { askCallback } from "~/features/providers/messages.commands.server";
import { chooseOwnProvider } from "~/features/providers/own.queries.server";
import { parseForm } from "~/http/form.server";
import { answering, notFound } from "~/http/responses.server";
import { redirectWithToast } from "~/http/toast.server";
import { translator } from "~/i18n/translate";
import { paths } from "~/paths";

/** « Rappelez-moi ». */
export async function action(asked: ActionFunctionArgs) {
  const actor = await requireActor(asked);
  const wanted = new URL(asked.request.url).searchParams.get("provider");
  const form = await parseForm(asked.request, callbackSchema, actor.locale);
  if (!form.isValid) throw notFound();
  const { provider } = await answering(() => chooseOwnProvider(actor, wanted));
  const head = await answering(() => getPlanHead(actor, provider.id, "message.callBack"));
  askCallback(actor, authorize(actor, "message.callBack", head), { ...form.value, contactId: null });
  const t = translator(actor.locale);
  const text = head.contactName ? t("myPlan:called", { name: head.contactName }) : t("myPlan:calledOffice");
  return redirectWithToast(paths.my({ provider: provider.id }), { text, tone: "ok" });
}
