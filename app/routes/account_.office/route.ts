import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import { authorize } from "~/access/authorized";
import { requireActor } from "~/auth/actor.server";
import { switchOffice } from "~/features/accounts/current-office.commands.server";
import { getProfile } from "~/features/accounts/queries.server";
import { listOwnOrganisations } from "~/features/organisations/queries.server";
import { answering } from "~/http/responses.server";
import { redirectWithToast } from "~/http/toast.server";
import { translator } from "~/i18n/translate";
import { paths } from "~/paths";

export const loader = () => redirect(paths.account());

export async function action(asked: ActionFunctionArgs) {
  const actor = await requireActor(asked);
  const id = String((await asked.request.formData()).get("organisationId") ?? "");
  await answering(() => switchOffice(actor, authorize(actor, "profile.edit", getProfile(actor)), id));
  const name = listOwnOrganisations(actor).find((one) => one.id === id)?.name ?? "";
  return redirectWithToast(paths.account(), {
    text: translator(actor.locale)("officeSettings:current.done", { name }),
    tone: "ok",
  });
}
