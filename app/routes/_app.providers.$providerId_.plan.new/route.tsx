import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { authorize } from "~/access/authorized";
import { requireActor } from "~/auth/actor.server";
import { addAction } from "~/features/action-plans/actions.commands.server";
import { ActionForm } from "~/features/action-plans/components/action-form";
import { actionSchema } from "~/features/action-plans/form";
import { readActionForm } from "~/features/action-plans/form-data.server";
import { proposedDueOn } from "~/features/action-plans/model";
import { getPlanHead } from "~/features/action-plans/queries.server";
import { seasonOf } from "~/features/action-plans/starting-steps.server";
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

export const meta: MetaFunction<typeof loader> = ({ data }) => titled(data?.texts.actionPlans.form.new);

export async function loader(asked: LoaderFunctionArgs) {
  const actor = await requireActor(asked);
  const head = await answering(() => getPlanHead(actor, asked.params.providerId ?? "", "plan.edit"));
  return json({
    name: head.name,
    form: readActionForm(actor, head, { id: newId(), dueOn: proposedDueOn(dayIn(head.zone, now()), seasonOf(head.ownerId)) }),
    texts: textsOf(actor.locale, "actionPlans", "plans"),
  });
}

export async function action(asked: ActionFunctionArgs) {
  const actor = await requireActor(asked);
  const head = await answering(() => getPlanHead(actor, asked.params.providerId ?? "", "plan.edit"));
  const parsed = await parseForm(asked.request, actionSchema, actor.locale);
  const form = readActionForm(actor, head, parsed.reply.values);
  if (!parsed.isValid) return invalid({ errors: parsed.reply.errors, form });
  try {
    addAction(actor, authorize(actor, "plan.edit", head), parsed.value);
  } catch (error) {
    return invalid({ errors: ruleReply(error, parsed.reply, actor.locale).errors, form });
  }
  const text = translator(actor.locale)("actionPlans:form.saved");
  return redirectWithToast(paths.providerPlan(head.id), { text, tone: "ok" });
}

export default function NewAction() {
  const { name, form, texts } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return (
    <>
      <PageTitle title={texts.actionPlans.form.new} context={name} />
      <ActionForm data={reply?.form ?? form} reply={reply} />
    </>
  );
}

export const ErrorBoundary = ErrorPage;
