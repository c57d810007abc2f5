import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { authorize } from "~/access/authorized";
import { requireActor } from "~/auth/actor.server";
import { WorkloadPage } from "~/features/agenda/components/workload-page";
import { seasonHoursSchema } from "~/features/agenda/form";
import { grantSeasonHours } from "~/features/agenda/season-hours.commands.server";
import { describeWorkload, workloadQuery } from "~/features/agenda/workload-page.server";
import { getWorkplace } from "~/features/organisations/queries.server";
import { invalidEdit, refusedEdit } from "~/http/edit-reply.server";
import { parseForm } from "~/http/form.server";
import { parseQuery } from "~/http/query.server";
import { answering } from "~/http/responses.server";
import { redirectWithToast } from "~/http/toast.server";
import { textsOf, translator } from "~/i18n/translate";
import { paths } from "~/paths";
import { ErrorPage } from "~/ui/error-page";
import { PageTitle } from "~/ui/page-title";
import { titled } from "~/ui/titled";

export const meta: MetaFunction<typeof loader> = ({ data }) => titled(data?.texts.agenda.workload.title);

export async function loader(asked: LoaderFunctionArgs) {
  const actor = await requireActor(asked);
  const page = await answering(() => describeWorkload(actor, parseQuery(asked.request, workloadQuery)));
  return json({ page, texts: textsOf(actor.locale, "agenda") });
}

/** The director says how many hours a week of full season has. */
export async function action(asked: ActionFunctionArgs) {
  const actor = await requireActor(asked);
  const office = await answering(() => getWorkplace(actor, "workload.grant"));
  const form = await parseForm(asked.request, seasonHoursSchema, actor.locale);
  if (!form.isValid) return invalidEdit(form.reply);
  try {
    grantSeasonHours(actor, authorize(actor, "workload.grant", { ...office, ownerId: office.id }), form.value);
    const text = translator(actor.locale)("agenda:workload.seasonSaved");
    return redirectWithToast(paths.workload({ person: form.value.userId }), { text, tone: "ok" });
  } catch (error) {
    return refusedEdit(error, form.reply, actor.locale);
  }
}

export default function Workload() {
  const { page, texts } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return (
    <>
      <PageTitle title={texts.agenda.workload.title} context={texts.agenda.workload.intro} />
      <WorkloadPage key={page.person.id + page.year} page={page} errors={reply?.errors ?? {}} />
    </>
  );
}

export const ErrorBoundary = ErrorPage;
