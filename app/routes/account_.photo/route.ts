import type { ActionFunctionArgs } from "@remix-run/node";
import { authorize } from "~/access/authorized";
import { requireActor } from "~/auth/actor.server";
import { getProfile } from "~/features/accounts/queries.server";
import { receivePicture } from "~/features/files/picture-upload.server";
import { answering } from "~/http/responses.server";
import { redirectWithToast } from "~/http/toast.server";
import { paths } from "~/paths";

/** One's own photo: chosen, or removed (`?remove=yes`). */
export async function action(asked: ActionFunctionArgs) {
  const actor = await requireActor(asked);
  const profile = await answering(() => authorize(actor, "profile.edit", { ...getProfile(actor), ownerId: actor.userId }));
  const toast = await receivePicture(actor, profile, { subject: "user", request: asked.request });
  return redirectWithToast(paths.account(), toast);
}
