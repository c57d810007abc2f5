import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import type { Actor } from "~/access/actor";
import { authorize } from "~/access/authorized";
import { requireActor } from "~/auth/actor.server";
import { goalFields } from "~/features/dashboards/describe-goals.server";
import { changeGoal } from "~/features/dashboards/goal.commands.server";
import { goalSchema } from "~/features/dashboards/goal.form";
import { getGoal } from "~/features/dashboards/goal.queries.server";
import { invalidEdit, refusedEdit } from "~/http/edit-reply.server";
import { parseForm } from "~/http/form.server";
import { answering } from "~/http/responses.server";
import { redirectWithToast } from "~/http/toast.server";
import { textsOf, translator } from "~/i18n/translate";
import { useTexts } from "~/i18n/use-texts";
import { paths } from "~/paths";
import { ErrorPage } from "~/ui/error-page";
import { scripted } from "~/ui/page-scripts";
import { PageTitle } from "~/ui/page-title";
import { RecordForm } from "~/ui/record-form";
import { titled } from "~/ui/titled";

export const meta: MetaFunction<typeof loader> = ({ data }) => titled(data?.texts.goals.edit);

const readGoal = (actor: Actor, id: string | undefined) =>
  answering(() => authorize(actor, "goal.set", getGoal(actor, id ?? "")));

export async function loader(asked: LoaderFunctionArgs) {
  const actor = await requireActor(asked);
  const goal = await readGoal(actor, asked.params.goalId);
  return json({
    hidden: { id: goal.id, version: String(goal.version) },
    fields: goalFields(actor, { id: goal.ownerId }, goal),
    texts: textsOf(actor.locale, "goals"),
  });
}

export async function action(asked: ActionFunctionArgs) {
  const actor = await requireActor(asked);
  const goal = await readGoal(actor, asked.params.goalId);
  const t = translator(actor.locale);
  const form = await parseForm(asked.request, goalSchema, actor.locale);
  if (!form.isValid) return invalidEdit(form.reply);
  try {
    changeGoal(actor, goal, form.value);
  } catch (error) {
    return refusedEdit(error, form.reply, actor.locale);
  }
  return redirectWithToast(paths.goal(goal.id), { text: t("goals:changed"), tone: "ok" });
}

export default function EditGoal() {
  const { hidden, fields, texts } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const { actions } = useTexts("common");
  return (
    <>
      <PageTitle title={texts.goals.edit} />
      <RecordForm
        key={hidden.version}
        fields={fields}
        hidden={hidden}
        reply={reply}
        submit={actions.save}
        cancel={{ to: paths.goal(hidden.id), label: actions.cancel }}
      />
    </>
  );
}

export const handle = scripted;

export const ErrorBoundary = ErrorPage;
