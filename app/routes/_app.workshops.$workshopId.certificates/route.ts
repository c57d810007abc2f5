import type { ActionFunctionArgs } from "@remix-run/node";
import { authorize } from "~/access/authorized";
import { requireActor } from "~/auth/actor.server";
import { issueCertificates } from "~/features/workshops/certificates.commands.server";
import { getWorkshop } from "~/features/workshops/queries.server";
import { answering } from "~/http/responses.server";
import { redirectWithToast } from "~/http/toast.server";
import { translator } from "~/i18n/translate";
import { paths } from "~/paths";

/** One click for the whole room. */
export async function action(asked: ActionFunctionArgs) {
  const actor = await requireActor(asked);
  const row = await answering(() => getWorkshop(actor, asked.params.workshopId ?? "", "workshop.hold"));
  const { count } = issueCertificates(actor, authorize(actor, "workshop.hold", row));
  const text = translator(actor.locale)("workshops:certificates.issued", { count });
  return redirectWithToast(paths.workshop(row.id), { text, tone: "ok" });
}
