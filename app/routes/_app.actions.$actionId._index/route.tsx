import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { authorize } from "~/access/authorized";
import { requireActor } from "~/auth/actor.server";
import { describeAction } from "~/features/action-plans/action-page.server";
import { correctAction } from "~/features/action-plans/actions.commands.server";
import { ActionForm } from "~/features/action-plans/components/action-form";
import { ActionHistory } from "~/features/action-plans/components/action-history";
import { AnswerHistory } from "~/features/action-plans/components/answer-history";
import { Evidence } from "~/features/action-plans/components/evidence";
import { SavedMeanwhile } from "~/features/action-plans/components/saved-meanwhile";
import { Thread } from "~/features/action-plans/components/thread";
import { Ties } from "~/features/action-plans/components/ties";
import { actionSchema } from "~/features/action-plans/form";
import { differencesOf, readActionForm } from "~/features/action-plans/form-data.server";
import { getAction, getPlanHead } from "~/features/action-plans/queries.server";
import { SuggestedResources } from "~/features/resources/components/suggested-resources";
import { parseForm, ruleReply } from "~/http/form.server";
import { answering, conflict, invalid } from "~/http/responses.server";
import { redirectWithToast } from "~/http/toast.server";
import { textsOf, translator } from "~/i18n/translate";
import { useTexts } from "~/i18n/use-texts";
import { ConflictError } from "~/lib/errors";
import { paths } from "~/paths";
import { ErrorPage } from "~/ui/error-page";
import { PageTitle } from "~/ui/page-title";
import { titled } from "~/ui/titled";

export const meta: MetaFunction<typeof loader> = ({ data }) => titled(data?.texts.actionPlans.answer.action);

export async function loader(asked: LoaderFunctionArgs) {
  const actor = await requireActor(asked);
  const row = await answering(() => getAction(actor, asked.params.actionId ?? "", "plan.edit"));
  return json({
    id: row.id,
    providerId: row.providerId,
    title: row.title,
    provider: getPlanHead(actor, row.providerId).name,
    form: readActionForm(actor, placeOf(row), { ...row }),
    beside: describeAction(actor, row),
    texts: textsOf(actor.locale, "actionPlans", "plans", "resources"),
  });
}

export async function action(asked: ActionFunctionArgs) {
  const actor = await requireActor(asked);
  const row = await answering(() => getAction(actor, asked.params.actionId ?? "", "plan.edit"));
  const parsed = await parseForm(asked.request, actionSchema, actor.locale);
  const { values, errors } = parsed.reply;
  const form = readActionForm(actor, placeOf(row), { publishedAt: row.publishedAt ?? undefined, ...values });
  if (!parsed.isValid) return invalid({ errors, form, meanwhile: [] });
  try {
    correctAction(actor, authorize(actor, "plan.edit", row), parsed.value);
  } catch (error) {
    if (error instanceof ConflictError) {
      const again = readActionForm(actor, placeOf(row), {
        publishedAt: row.publishedAt ?? undefined,
        ...values,
        version: row.version,
      });
      return conflict({ errors, form: again, meanwhile: differencesOf(actor, row, values) });
    }
    return invalid({ errors: ruleReply(error, parsed.reply, actor.locale).errors, form, meanwhile: [] });
  }
  const text = translator(actor.locale)("actionPlans:form.saved");
  return redirectWithToast(paths.providerPlan(row.providerId), { text, tone: "ok" });
}

const placeOf = (row: { providerId: string; ownerId: string }) => ({ id: row.providerId, ownerId: row.ownerId });

export default function EditAction() {
  const { id, providerId, title, provider, form, beside, texts } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const { actions } = useTexts("common");
  const t = texts.actionPlans;
  return (
    <>
      <PageTitle
        title={title}
        context={<Link to={paths.providerPlan(providerId)}>{provider}</Link>}
        action={
          <Link to={paths.planAnswer(providerId, { action: id })} className="button">
            {t.record}
          </Link>
        }
      />
      <div className="grid gap-8 lg:grid-cols-[1fr_20rem]">
        <div className="grid content-start gap-4">
          <SavedMeanwhile differences={reply?.meanwhile ?? []} />
          <ActionForm key={reply ? "again" : "first"} data={reply?.form ?? form} reply={reply} />
          <form method="post" action={paths.actionDeletion(id)}>
            <button type="submit" className="button text-error">
              {actions.delete}
            </button>
          </form>
        </div>
        <div className="grid content-start gap-8">
          <SuggestedResources title={texts.resources.suggested} rows={beside.suggested} />
          <AnswerHistory answers={beside.answers} />
          <Thread thread={beside.thread} hint={texts.plans.thread.hint} />
          <Ties ties={beside.ties} />
          <Evidence evidence={beside.evidence} canOpen />
          <ActionHistory lines={beside.history} />
        </div>
      </div>
    </>
  );
}

export const ErrorBoundary = ErrorPage;
