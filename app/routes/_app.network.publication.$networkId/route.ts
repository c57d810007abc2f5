import type { ActionFunctionArgs } from "@remix-run/node";
import { requireActor } from "~/auth/actor.server";
import { getPublishingNetwork, publishFigures } from "~/features/dashboards/public-figures.server";
import { answering } from "~/http/responses.server";
import { redirectWithToast } from "~/http/toast.server";
import { translator } from "~/i18n/translate";
import { paths } from "~/paths";

/** Opens the page of a network's totals, or takes it away. */
export async function action(asked: ActionFunctionArgs) {
  const actor = await requireActor(asked);
  const network = await answering(() => getPublishingNetwork(actor, asked.params.networkId ?? ""));
  const isOpen = (await asked.request.formData()).get("isOpen") === "yes";
  publishFigures(actor, network, isOpen);
  const text = translator(actor.locale)(isOpen ? "network:publish.opened" : "network:publish.closed");
  return redirectWithToast(paths.network({ network: network.id }), { text, tone: "ok" });
}
