import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import { authorize } from "~/access/authorized";
import { requireActor } from "~/auth/actor.server";
import { restoreContact } from "~/features/providers/contacts.commands.server";
import { getDeletedContact } from "~/features/providers/contacts.queries.server";
import { answering } from "~/http/responses.server";
import { redirectWithToast } from "~/http/toast.server";
import { translator } from "~/i18n/translate";
import { paths } from "~/paths";

export const loader = () => redirect(paths.providers());

export async function action(asked: ActionFunctionArgs) {
  const actor = await requireActor(asked);
  const contact = await answering(() =>
    authorize(actor, "provider.correct", getDeletedContact(actor, asked.params.contactId ?? "")),
  );
  restoreContact(actor, contact);
  const text = translator(actor.locale)("records:contact.restored");
  return redirectWithToast(paths.providerDetails(contact.providerId), { text, tone: "ok" });
}
