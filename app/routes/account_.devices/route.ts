import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import { requireActor } from "~/auth/actor.server";
import { closeDevice } from "~/features/accounts/profile.commands.server";
import { redirectWithToast } from "~/http/toast.server";
import { translator } from "~/i18n/translate";
import { paths } from "~/paths";

export const loader = () => redirect(paths.account());

export async function action(asked: ActionFunctionArgs) {
  const actor = await requireActor(asked);
  const fields = await asked.request.formData();
  closeDevice(actor, String(fields.get("deviceId")));
  return redirectWithToast(paths.account(), { text: translator(actor.locale)("accounts:devices.closed"), tone: "ok" });
}
