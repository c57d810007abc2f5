import type { ActionFunctionArgs } from "@remix-run/node";
import { authorize } from "~/access/authorized";
import { requireActor } from "~/auth/actor.server";
import { chooseOwnProvider } from "~/features/providers/own.queries.server";
import { proposeCorrection } from "~/features/providers/proposals.commands.server";
import { proposalSchema } from "~/features/providers/proposals.form";
import { getProvider } from "~/features/providers/queries.server";
import { parseForm } from "~/http/form.server";
import { answering } from "~/http/responses.server";
import { redirectWithToast } from "~/http/toast.server";
import { translator } from "~/i18n/translate";
import { paths } from "~/paths";

/** A correction of one's own record, proposed to the office. */
export async function action(asked: ActionFunctionArgs) {
  const actor = await requireActor(asked);
  const wanted = new URL(asked.request.url).searchParams.get("provider");
  const { provider } = await answering(() => chooseOwnProvider(actor, wanted));
  const back = paths.myEstablishment({ provider: provider.id });
  const form = await parseForm(asked.request, proposalSchema, actor.locale);
  if (!form.isValid) return redirectWithToast(back, { text: Object.values(form.reply.errors).flat().join(" "), tone: "warn" });
  const row = authorize(actor, "provider.propose", getProvider(actor, provider.id));
  await answering(() => proposeCorrection(actor, row, form.value));
  return redirectWithToast(back, { text: translator(actor.locale)("ownData:proposed"), tone: "ok" });
}
