import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { authorize } from "~/access/authorized";
import { requireActor } from "~/auth/actor.server";
import { HelpRequest } from "~/features/providers/components/help-request";
import { requestSchema } from "~/features/providers/message-form";
import { answerRequest } from "~/features/providers/request-answers.server";
import { getHelp } from "~/features/providers/requests.queries.server";
import { describeHelp } from "~/features/providers/requests-page.server";
import { parseForm, ruleReply } from "~/http/form.server";
import { answering, invalid } from "~/http/responses.server";
import { redirectWithToast } from "~/http/toast.server";
import { textsOf, translator } from "~/i18n/translate";
import { paths } from "~/paths";
import { ErrorPage } from "~/ui/error-page";
import { PageTitle } from "~/ui/page-title";
import { titled } from "~/ui/titled";

export const meta: MetaFunction<typeof loader> = ({ data }) => titled(data?.help.title);

export async function loader(asked: LoaderFunctionArgs) {
  const actor = await requireActor(asked);
  const row = await answering(() => getHelp(actor, asked.params.messageId ?? ""));
  return json({ help: describeHelp(actor, row), texts: textsOf(actor.locale, "requests") });
}

export async function action(asked: ActionFunctionArgs) {
  const actor = await requireActor(asked);
  const row = authorize(actor, "message.handle", await answering(() => getHelp(actor, asked.params.messageId ?? "")));
  const form = await parseForm(asked.request, requestSchema, actor.locale);
  if (!form.isValid) return invalid({ reply: form.reply });
  try {
    answerRequest(actor, row, form.value);
  } catch (error) {
    return invalid({ reply: ruleReply(error, form.reply, actor.locale) });
  }
  if (form.value.intent === "session") {
    const given = { provider: row.providerId, contact: row.contactId ?? undefined, note: row.text.slice(0, 300) };
    return redirect(paths.newCoaching({ ...given, id: form.value.sessionId }));
  }
  const text = translator(actor.locale)(`requests:done.${form.value.intent}`, { name: row.who });
  const stays = form.value.intent === "take" || form.value.intent === "reopen";
  return redirectWithToast(stays ? paths.helpRequest(row.id) : paths.requests(), { text, tone: "ok" });
}

export default function Request() {
  const { help } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <>
      <PageTitle title={help.title} context={<a href={help.provider.to}>{help.provider.name}</a>} />
      <HelpRequest help={help} reply={answer?.reply} />
    </>
  );
}

export const ErrorBoundary = ErrorPage;
