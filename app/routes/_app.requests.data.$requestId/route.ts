import type { ActionFunctionArgs } from "@remix-run/node";
import { authorize } from "~/access/authorized";
import { requireActor } from "~/auth/actor.server";
import { answerSchema } from "~/features/own-data/model";
import { answerRequest } from "~/features/own-data/requests.commands.server";
import { getRequest } from "~/features/own-data/requests.queries.server";
import { errorText, parseForm } from "~/http/form.server";
import { answering, notFound } from "~/http/responses.server";
import { redirectWithToast } from "~/http/toast.server";
import { translator } from "~/i18n/translate";
import { RuleError } from "~/lib/errors";
import { paths } from "~/paths";

/** The office's answer to a request about data. */
export async function action(asked: ActionFunctionArgs) {
  const actor = await requireActor(asked);
  const row = await answering(() => getRequest(actor, asked.params.requestId ?? ""));
  const form = await parseForm(asked.request, answerSchema, actor.locale);
  if (!form.isValid) throw notFound();
  try {
    answerRequest(actor, authorize(actor, "ownData.answer", row), form.value);
  } catch (error) {
    if (!(error instanceof RuleError)) throw error;
    const back = error.key === "changedSinceRead" ? paths.requestReview(row.id) : paths.requests();
    return redirectWithToast(back, { text: errorText(actor.locale, error.key), tone: "warn" });
  }
  return redirectWithToast(paths.requests(), { text: translator(actor.locale)("ownData:requests.answered"), tone: "ok" });
}
