import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { authorize } from "~/access/authorized";
import { can } from "~/access/can";
import { requireActor } from "~/auth/actor.server";
import { recordAnswer } from "~/features/action-plans/answers.commands.server";
import { AnswerForm } from "~/features/action-plans/components/answer-form";
import { recordedAnswerSchema } from "~/features/action-plans/form";
import { getAction, getPlanHead, listActions } from "~/features/action-plans/queries.server";
import { listContacts } from "~/features/providers/queries.server";
import { parseForm, ruleReply } from "~/http/form.server";
import { answering, invalid } from "~/http/responses.server";
import { redirectWithToast } from "~/http/toast.server";
import { textsOf, translator } from "~/i18n/translate";
import { now } from "~/lib/clock";
import { dayIn } from "~/lib/dates";
import { newId } from "~/lib/ids";
import { paths } from "~/paths";
import { ErrorPage } from "~/ui/error-page";
import { PageTitle } from "~/ui/page-title";
import { titled } from "~/ui/titled";

export const meta: MetaFunction<typeof loader> = ({ data }) => titled(data?.texts.actionPlans.record);

export async function loader(asked: LoaderFunctionArgs) {
  const actor = await requireActor(asked);
  const head = await answering(() => getPlanHead(actor, asked.params.providerId ?? "", "plan.recordAnswer"));
  const chosen = new URL(asked.request.url).searchParams.get("action") ?? "";
  return json({
    name: head.name,
    values: { id: newId(), actionId: chosen, saidOn: dayIn(head.zone, now()), way: "phone", state: "done" },
    actions: listActions(actor, head.id, "plan.recordAnswer").map(({ id, title }) => ({ id, title })),
    contacts: listContacts(actor, head.id).map(({ id, name }) => ({ id, name })),
    texts: textsOf(actor.locale, "actionPlans"),
  });
}

export async function action(asked: ActionFunctionArgs) {
  const actor = await requireActor(asked);
  const head = await answering(() => getPlanHead(actor, asked.params.providerId ?? "", "plan.recordAnswer"));
  const parsed = await parseForm(asked.request, recordedAnswerSchema, actor.locale);
  if (!parsed.isValid) return invalid(parsed.reply);
  const row = await answering(() => getAction(actor, parsed.value.actionId, "plan.recordAnswer"));
  try {
    recordAnswer(actor, authorize(actor, "plan.recordAnswer", row), parsed.value);
  } catch (error) {
    return invalid(ruleReply(error, parsed.reply, actor.locale));
  }
  const back = can(actor, "plan.view", head) ? paths.providerPlan(head.id) : paths.today();
  return redirectWithToast(back, { text: translator(actor.locale)("actionPlans:answer.saved"), tone: "ok" });
}

export default function RecordAnswer() {
  const { name, values, actions, contacts, texts } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const t = texts.actionPlans.answer;
  return (
    <>
      <PageTitle title={t.title} context={name} />
      <p className="mb-4">{t.intro}</p>
      {actions.length === 0 ? (
        <p>{t.none}</p>
      ) : (
        <AnswerForm values={values} actions={actions} contacts={contacts} reply={reply} />
      )}
    </>
  );
}

export const ErrorBoundary = ErrorPage;
