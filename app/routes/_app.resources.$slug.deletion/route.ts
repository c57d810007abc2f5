import type { ActionFunctionArgs } from "@remix-run/node";
import { authorize } from "~/access/authorized";
import { requireActor } from "~/auth/actor.server";
import { deleteResource } from "~/features/resources/commands.server";
import { getResource } from "~/features/resources/queries.server";
import { answering } from "~/http/responses.server";
import { redirectWithToast } from "~/http/toast.server";
import { translator } from "~/i18n/translate";
import { paths } from "~/paths";

export async function action(asked: ActionFunctionArgs) {
  const actor = await requireActor(asked);
  await answering(() => deleteResource(actor, authorize(actor, "resource.edit", getResource(actor, asked.params.slug ?? ""))));
  return redirectWithToast(paths.resources(), { text: translator(actor.locale)("resources:form.deleted"), tone: "ok" });
}
