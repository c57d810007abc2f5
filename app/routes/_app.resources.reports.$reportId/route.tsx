import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import type { Actor } from "~/access/actor";
import { authorize } from "~/access/authorized";
import { requireActor } from "~/auth/actor.server";
import { reportFields } from "~/features/resources/components/report-fields";
import { StoryForm } from "~/features/resources/components/story-form";
import { themeChoices } from "~/features/resources/describe.server";
import { reportSchema } from "~/features/resources/report.form";
import { correctReport, withdrawReport } from "~/features/resources/reports.commands.server";
import { getReport } from "~/features/resources/reports.queries.server";
import { parseFields } from "~/http/form.server";
import { answering, conflict, invalid } from "~/http/responses.server";
import { redirectWithToast } from "~/http/toast.server";
import { textsOf, translator } from "~/i18n/translate";
import { useTexts } from "~/i18n/use-texts";
import { ConflictError } from "~/lib/errors";
import { paths } from "~/paths";
import { ErrorPage } from "~/ui/error-page";
import { PageTitle } from "~/ui/page-title";
import { titled } from "~/ui/titled";

export const meta: MetaFunction<typeof loader> = ({ data }) => titled(data?.texts.library.editReport);

const readReport = (actor: Actor, id: string | undefined) =>
  answering(() => authorize(actor, "report.write", getReport(actor, id ?? "").report));

export async function loader(asked: LoaderFunctionArgs) {
  const actor = await requireActor(asked);
  const { id, version, title, theme, context, done, result, tips } = await readReport(actor, asked.params.reportId);
  const values = { id, version: String(version), title, theme, context, done, result, tips };
  return json({ values, themes: themeChoices(actor.locale), texts: textsOf(actor.locale, "library") });
}

export async function action(asked: ActionFunctionArgs) {
  const actor = await requireActor(asked);
  const report = await readReport(actor, asked.params.reportId);
  const t = translator(actor.locale);
  const posted = await asked.request.formData();
  if (posted.get("intent") === "withdraw") {
    withdrawReport(actor, report);
    return redirectWithToast(paths.reports(), { text: t("library:reportWithdrawn"), tone: "ok" });
  }
  const form = parseFields(posted, reportSchema, actor.locale);
  if (!form.isValid) return invalid(form.reply);
  try {
    correctReport(actor, report, form.value);
  } catch (error) {
    if (!(error instanceof ConflictError)) throw error;
    return conflict({ ...form.reply, errors: { "": [t("common:form.conflict")] } });
  }
  return redirectWithToast(paths.reports(), { text: t("library:reportCorrected"), tone: "ok" });
}

export default function EditReport() {
  const { values, themes, texts } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const { actions } = useTexts("common");
  return (
    <>
      <PageTitle title={texts.library.editReport} context={texts.library.reportsIntro} />
      <StoryForm key={values.version} fields={reportFields(texts.library)} values={values} themes={themes} reply={reply} />
      <form method="post" className="mt-8">
        <button type="submit" name="intent" value="withdraw" className="button">
          {actions.delete}
        </button>
      </form>
    </>
  );
}

export const ErrorBoundary = ErrorPage;
