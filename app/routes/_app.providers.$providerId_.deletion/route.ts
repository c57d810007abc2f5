import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import { authorize } from "~/access/authorized";
import { requireActor } from "~/auth/actor.server";
import { getProvider } from "~/features/providers/queries.server";
import { deleteProvider } from "~/features/providers/record.commands.server";
import { answering } from "~/http/responses.server";
import { redirectWithToast } from "~/http/toast.server";
import { translator } from "~/i18n/translate";
import { RuleError } from "~/lib/errors";
import { paths } from "~/paths";

export const loader = () => redirect(paths.providers());

export async function action(asked: ActionFunctionArgs) {
  const actor = await requireActor(asked);
  const t = translator(actor.locale);
  const provider = await answering(() =>
    authorize(actor, "provider.delete", getProvider(actor, asked.params.providerId ?? "", "provider.list")),
  );
  try {
    deleteProvider(actor, provider);
  } catch (error) {
    if (!(error instanceof RuleError)) throw error;
    return redirectWithToast(paths.editProvider(provider.id), { text: t("errors:providerHasSessions"), tone: "warn" });
  }
  return redirectWithToast(paths.providers(), {
    text: t("records:provider.deleted", { name: provider.name }),
    tone: "ok",
    undo: { action: paths.providerRestoration(provider.id), label: t("common:actions.undo") },
  });
}
