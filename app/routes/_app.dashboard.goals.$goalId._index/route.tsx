import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { authorize } from "~/access/authorized";
import { requireActor } from "~/auth/actor.server";
import { GoalPage } from "~/features/dashboards/components/goal-page";
import { deleteGoal } from "~/features/dashboards/goal.commands.server";
import { warningSchema } from "~/features/dashboards/goal.form";
import { getGoal } from "~/features/dashboards/goal.queries.server";
import { describeGoalPage } from "~/features/dashboards/goal-page.server";
import { acknowledgeWarning } from "~/features/dashboards/goal-warnings.commands.server";
import { invalidEdit, refusedEdit } from "~/http/edit-reply.server";
import { parseFields } from "~/http/form.server";
import { answering } from "~/http/responses.server";
import { redirectWithToast } from "~/http/toast.server";
import { textsOf, translator } from "~/i18n/translate";
import { useTexts } from "~/i18n/use-texts";
import { paths } from "~/paths";
import { ErrorPage } from "~/ui/error-page";
import { PageTitle } from "~/ui/page-title";
import { titled } from "~/ui/titled";

export const meta: MetaFunction<typeof loader> = ({ data }) => titled(data?.page.goal.title);

export async function loader(asked: LoaderFunctionArgs) {
  const actor = await requireActor(asked);
  const goal = await answering(() => getGoal(actor, asked.params.goalId ?? ""));
  return json({ page: describeGoalPage(actor, goal), texts: textsOf(actor.locale, "goals") });
}

export async function action(asked: ActionFunctionArgs) {
  const actor = await requireActor(asked);
  const t = translator(actor.locale);
  const goal = await answering(() => getGoal(actor, asked.params.goalId ?? ""));
  const posted = await asked.request.formData();
  if (posted.get("intent") === "delete") {
    const own = await answering(() => authorize(actor, "goal.set", goal));
    deleteGoal(actor, own, { isBack: false, reason: String(posted.get("reason") ?? "").slice(0, 300) });
    const undo = { action: paths.goalRestoration(goal.id), label: t("common:actions.undo") };
    return redirectWithToast(paths.goals(), { text: t("goals:deleted"), tone: "ok", undo });
  }
  const mine = await answering(() => authorize(actor, "goal.acknowledge", goal));
  const form = parseFields(posted, warningSchema, actor.locale);
  if (!form.isValid) return invalidEdit(form.reply);
  try {
    await answering(() => acknowledgeWarning(actor, mine, form.value));
  } catch (error) {
    return refusedEdit(error, form.reply, actor.locale);
  }
  return redirectWithToast(paths.goal(goal.id), { text: t("goals:warnings.done"), tone: "ok" });
}

export default function Goal() {
  const { page } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const t = useTexts("goals");
  const change = page.permissions.set ? (
    <a href={page.goal.editTo} className="button button-main">
      {t.change}
    </a>
  ) : undefined;
  return (
    <>
      <p className="mb-2">
        <a href={paths.goals()}>{t.back}</a>
      </p>
      <PageTitle title={page.goal.title} action={change} />
      <GoalPage page={page} reply={reply} />
    </>
  );
}

export const ErrorBoundary = ErrorPage;
