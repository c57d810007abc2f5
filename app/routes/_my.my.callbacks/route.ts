import type { ActionFunctionArgs } from "@remix-run/node";
import { requireActor } from "~/auth/actor.server";
import { takeCallback } from "~/features/providers/callbacks.commands.server";
import { chooseOwnProvider } from "~/features/providers/own.queries.server";
import { findOwnContact } from "~/features/providers/requests.queries.server";
import { safeRedirect } from "~/http/redirect-target.server";
import { answering } from "~/http/responses.server";
import { redirectWithToast } from "~/http/toast.server";
import { paths } from "~/paths";

/** « Rappelez-moi », from any page of the space; it leads back there. */
export async function action(asked: ActionFunctionArgs) {
  const actor = await requireActor(asked);
  const wanted = new URL(asked.request.url).searchParams.get("provider");
  const { provider } = await answering(() => chooseOwnProvider(actor, wanted));
  const fields = await asked.request.formData();
  const contactId = findOwnContact(actor, provider.id);
  const toast = await answering(() => takeCallback(actor, provider.id, { fields, contactId }));
  const back = safeRedirect(fields.get("back")?.toString(), paths.my({ provider: provider.id }));
  return redirectWithToast(back, toast);
}
