import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import { authorize } from "~/access/authorized";
import { requireActor } from "~/auth/actor.server";
import { restoreProvider } from "~/features/providers/record.commands.server";
import { getDeletedProvider } from "~/features/providers/record.queries.server";
import { answering } from "~/http/responses.server";
import { redirectWithToast } from "~/http/toast.server";
import { translator } from "~/i18n/translate";
import { paths } from "~/paths";

export const loader = () => redirect(paths.providers());

export async function action(asked: ActionFunctionArgs) {
  const actor = await requireActor(asked);
  const provider = await answering(() =>
    authorize(actor, "provider.delete", getDeletedProvider(actor, asked.params.providerId ?? "")),
  );
  restoreProvider(actor, provider);
  const text = translator(actor.locale)("records:provider.restored", { name: provider.name });
  return redirectWithToast(paths.provider(provider.id), { text, tone: "ok" });
}
