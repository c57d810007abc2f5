import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import { z } from "zod";
import { authorize } from "~/access/authorized";
import { requireActor } from "~/auth/actor.server";
import { resendInvitation, revokeInvitation } from "~/features/accounts/invitations.commands.server";
import { getInvitation } from "~/features/accounts/invitations.queries.server";
import { parseForm } from "~/http/form.server";
import { answering, invalid } from "~/http/responses.server";
import { redirectWithToast } from "~/http/toast.server";
import { translator } from "~/i18n/translate";
import { paths } from "~/paths";

const schema = z.object({ intent: z.enum(["resend", "revoke"]) });
const acts = { resend: resendInvitation, revoke: revokeInvitation } as const;

export const loader = () => redirect(paths.people());

export async function action(asked: ActionFunctionArgs) {
  const actor = await requireActor(asked);
  const form = await parseForm(asked.request, schema, actor.locale);
  if (!form.isValid) return invalid(form.reply);
  const { intent } = form.value;
  return answering(() => {
    const invitation = getInvitation(actor, asked.params.invitationId ?? "");
    acts[intent](actor, authorize(actor, "organisation.invite", invitation));
    const text = translator(actor.locale)(`settings:people.done.${intent}`, { name: invitation.name });
    return redirectWithToast(paths.people(), { text, tone: "ok" });
  });
}
