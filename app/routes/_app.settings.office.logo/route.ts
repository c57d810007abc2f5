import type { ActionFunctionArgs } from "@remix-run/node";
import { authorize } from "~/access/authorized";
import { requireActor } from "~/auth/actor.server";
import { receivePicture } from "~/features/files/picture-upload.server";
import { getSettings } from "~/features/organisations/settings.queries.server";
import { answering } from "~/http/responses.server";
import { redirectWithToast } from "~/http/toast.server";
import { paths } from "~/paths";

/** The office's logo: chosen, or removed (`?remove=yes`). */
export async function action(asked: ActionFunctionArgs) {
  const actor = await requireActor(asked);
  const query = new URL(asked.request.url).searchParams;
  const office = await answering(() => authorize(actor, "organisation.settings", getSettings(actor, query.get("office"))));
  const toast = await receivePicture(actor, office, { subject: "organisation", request: asked.request });
  return redirectWithToast(paths.officeSettings({ office: office.id }), toast);
}
