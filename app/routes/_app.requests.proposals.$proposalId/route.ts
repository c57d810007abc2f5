import type { ActionFunctionArgs } from "@remix-run/node";
import { authorize } from "~/access/authorized";
import { requireActor } from "~/auth/actor.server";
import { decideProposal } from "~/features/providers/proposals.commands.server";
import { getProposal } from "~/features/providers/proposals.queries.server";
import { errorText } from "~/http/form.server";
import { answering } from "~/http/responses.server";
import { redirectWithToast } from "~/http/toast.server";
import { translator } from "~/i18n/translate";
import { RuleError } from "~/lib/errors";
import { paths } from "~/paths";

/** The office's yes or no to a correction. */
export async function action(asked: ActionFunctionArgs) {
  const actor = await requireActor(asked);
  const row = await answering(() => getProposal(actor, asked.params.proposalId ?? ""));
  const fields = await asked.request.formData();
  const isAccepted = fields.get("answer") === "accept";
  const reply = String(fields.get("reply") ?? "").slice(0, 1000);
  try {
    await answering(() => decideProposal(actor, authorize(actor, "provider.correct", row), { isAccepted, reply }));
  } catch (error) {
    if (!(error instanceof RuleError)) throw error;
    return redirectWithToast(paths.requests(), { text: errorText(actor.locale, error.key), tone: "warn" });
  }
  const text = translator(actor.locale)(isAccepted ? "ownData:requests.accepted" : "ownData:requests.refused");
  return redirectWithToast(paths.requests(), { text, tone: "ok" });
}
