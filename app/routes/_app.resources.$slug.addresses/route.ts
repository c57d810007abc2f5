import type { ActionFunctionArgs } from "@remix-run/node";
import { authorize } from "~/access/authorized";
import { requireActor } from "~/auth/actor.server";
import { getResource } from "~/features/resources/queries.server";
import { followMove } from "~/features/resources/review.commands.server";
import { answering } from "~/http/responses.server";
import { redirectWithToast } from "~/http/toast.server";
import { translator } from "~/i18n/translate";
import { paths } from "~/paths";

/** The new address of a link that moved for good takes the place of the old one. */
export async function action(asked: ActionFunctionArgs) {
  const actor = await requireActor(asked);
  const url = String((await asked.request.formData()).get("url") ?? "");
  const text = await answering(() => {
    const resource = getResource(actor, asked.params.slug ?? "");
    const { to } = followMove(actor, authorize(actor, "resource.edit", resource), url);
    return translator(actor.locale)("library:linksPage.followed", { title: resource.title, url: to });
  });
  return redirectWithToast(paths.resourceLinks(), { text, tone: "ok" });
}
