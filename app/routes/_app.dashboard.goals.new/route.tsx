import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { authorize } from "~/access/authorized";
import { requireActor } from "~/auth/actor.server";
import { goalFields } from "~/features/dashboards/describe-goals.server";
import { setGoal } from "~/features/dashboards/goal.commands.server";
import { goalSchema } from "~/features/dashboards/goal.form";
import { getWorkplace } from "~/features/organisations/queries.server";
import { refusedEdit } from "~/http/edit-reply.server";
import { parseForm } from "~/http/form.server";
import { answering, invalid } from "~/http/responses.server";
import { redirectWithToast } from "~/http/toast.server";
import { textsOf, translator } from "~/i18n/translate";
import { useTexts } from "~/i18n/use-texts";
import { now } from "~/lib/clock";
import { dayIn } from "~/lib/dates";
import { newId } from "~/lib/ids";
import { paths } from "~/paths";
import { ErrorPage } from "~/ui/error-page";
import { scripted } from "~/ui/page-scripts";
import { PageTitle } from "~/ui/page-title";
import { RecordForm } from "~/ui/record-form";
import { titled } from "~/ui/titled";

export const meta: MetaFunction<typeof loader> = ({ data }) => titled(data?.texts.goals.new);

export async function loader(asked: LoaderFunctionArgs) {
  const actor = await requireActor(asked);
  const office = await answering(() => getWorkplace(actor, "goal.set"));
  const year = dayIn(office.zone, now()).slice(0, 4);
  return json({
    id: newId(),
    office: office.name,
    fields: goalFields(actor, office, { startsOn: `${year}-01-01`, endsOn: `${year}-12-31` }),
    texts: textsOf(actor.locale, "goals"),
  });
}

export async function action(asked: ActionFunctionArgs) {
  const actor = await requireActor(asked);
  const form = await parseForm(asked.request, goalSchema, actor.locale);
  if (!form.isValid) return invalid({ ...form.reply, isConflict: false });
  const office = await answering(() => getWorkplace(actor, "goal.set"));
  try {
    setGoal(actor, authorize(actor, "goal.set", { ...office, ownerId: office.id }), form.value);
  } catch (error) {
    return refusedEdit(error, form.reply, actor.locale);
  }
  return redirectWithToast(paths.goals(), { text: translator(actor.locale)("goals:set"), tone: "ok" });
}

export default function NewGoal() {
  const { id, office, fields, texts } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const { actions } = useTexts("common");
  return (
    <>
      <PageTitle title={texts.goals.new} context={office} />
      <RecordForm
        fields={fields}
        hidden={{ id }}
        reply={reply}
        submit={actions.save}
        cancel={{ to: paths.goals(), label: actions.cancel }}
      />
    </>
  );
}

export const handle = scripted;

export const ErrorBoundary = ErrorPage;
