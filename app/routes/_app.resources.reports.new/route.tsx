import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { authorize } from "~/access/authorized";
import { requireActor } from "~/auth/actor.server";
import { getWorkplace } from "~/features/organisations/queries.server";
import { reportFields } from "~/features/resources/components/report-fields";
import { StoryForm } from "~/features/resources/components/story-form";
import { themeChoices } from "~/features/resources/describe.server";
import { reportSchema } from "~/features/resources/report.form";
import { tellExperience } from "~/features/resources/reports.commands.server";
import { parseForm } from "~/http/form.server";
import { answering, invalid } from "~/http/responses.server";
import { redirectWithToast } from "~/http/toast.server";
import { textsOf, translator } from "~/i18n/translate";
import { newId } from "~/lib/ids";
import { paths } from "~/paths";
import { ErrorPage } from "~/ui/error-page";
import { PageTitle } from "~/ui/page-title";
import { titled } from "~/ui/titled";

export const meta: MetaFunction<typeof loader> = ({ data }) => titled(data?.texts.library.newReport);

export async function loader(asked: LoaderFunctionArgs) {
  const actor = await requireActor(asked);
  await answering(() => getWorkplace(actor, "report.write"));
  return json({ values: { id: newId() }, themes: themeChoices(actor.locale), texts: textsOf(actor.locale, "library") });
}

export async function action(asked: ActionFunctionArgs) {
  const actor = await requireActor(asked);
  const workplace = await answering(() => getWorkplace(actor, "report.write"));
  const form = await parseForm(asked.request, reportSchema, actor.locale);
  if (!form.isValid) return invalid(form.reply);
  tellExperience(actor, authorize(actor, "report.write", { ...workplace, ownerId: workplace.id }), form.value);
  return redirectWithToast(paths.reports(), { text: translator(actor.locale)("library:reportSaved"), tone: "ok" });
}

export default function NewReport() {
  const { values, themes, texts } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const t = texts.library;
  return (
    <>
      <PageTitle title={t.newReport} context={t.reportsIntro} />
      <StoryForm fields={reportFields(t)} values={values} themes={themes} reply={reply} />
    </>
  );
}

export const ErrorBoundary = ErrorPage;
