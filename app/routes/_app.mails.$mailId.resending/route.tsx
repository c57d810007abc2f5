import type { ActionFunctionArgs } from "@remix-run/node";
import { authorize } from "~/access/authorized";
import { requireActor } from "~/auth/actor.server";
import { resendMail } from "~/features/notifications/sent.commands.server";
import { getSentMail } from "~/features/notifications/sent.queries.server";
import { errorText } from "~/http/form.server";
import { answering } from "~/http/responses.server";
import { redirectWithToast } from "~/http/toast.server";
import { translator } from "~/i18n/translate";
import { RuleError } from "~/lib/errors";
import { paths } from "~/paths";

/** A mail that did not arrive leaves again. */
export async function action(asked: ActionFunctionArgs) {
  const actor = await requireActor(asked);
  const mail = await answering(() => getSentMail(actor, asked.params.mailId ?? ""));
  const isConfirmed = (await asked.request.formData()).get("confirmed") === "yes";
  const back = paths.mails({ provider: mail.providerId ?? undefined });
  try {
    resendMail(actor, authorize(actor, "mail.resend", mail), { isConfirmed });
  } catch (error) {
    if (error instanceof RuleError) return redirectWithToast(back, { text: errorText(actor.locale, error.key), tone: "warn" });
    throw error;
  }
  return redirectWithToast(back, { text: translator(actor.locale)("notices:sent.leaves"), tone: "ok" });
}
