import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireActor } from "~/auth/actor.server";
import { act } from "~/features/reports/acts.server";
import { AddBlock } from "~/features/reports/components/add-block";
import { FinishReport } from "~/features/reports/components/finish-report";
import { ReportActs } from "~/features/reports/components/report-acts";
import { ReportBlock } from "~/features/reports/components/report-block";
import { ReportDifference } from "~/features/reports/components/report-difference";
import { readReportPage } from "~/features/reports/pages.server";
import { getReport } from "~/features/reports/queries.server";
import { refusedEdit } from "~/http/edit-reply.server";
import { typedValues } from "~/http/form.server";
import { answering, invalid } from "~/http/responses.server";
import { redirectWithToast } from "~/http/toast.server";
import { textsOf, translator } from "~/i18n/translate";
import { ForbiddenError, NotFoundError } from "~/lib/errors";
import { newId } from "~/lib/ids";
import { paths } from "~/paths";
import { ErrorPage } from "~/ui/error-page";
import { ErrorSummary } from "~/ui/error-summary";
import { PageTitle } from "~/ui/page-title";
import { titled } from "~/ui/titled";

export const meta: MetaFunction<typeof loader> = ({ data }) => titled(data?.page.title);

export async function loader(asked: LoaderFunctionArgs) {
  const actor = await requireActor(asked);
  const page = await answering(() => readReportPage(actor, asked.params.reportId ?? ""));
  return json({ newId: newId(), page, texts: textsOf(actor.locale, "reports") });
}

export async function action(asked: ActionFunctionArgs) {
  const actor = await requireActor(asked);
  const report = await answering(() => getReport(actor, asked.params.reportId ?? ""));
  const posted = await asked.request.formData();
  const typed = { errors: {}, values: typedValues(posted) };
  try {
    const { said, reply } = await answering(() => act(actor, report, posted));
    if (reply) return invalid({ ...reply, isConflict: false });
    if (posted.get("intent") === "delete") {
      const undo = { action: paths.activityReportRestoration(report.id), label: translator(actor.locale)("common:actions.undo") };
      return redirectWithToast(paths.activityReports(), { text: said, tone: "ok", undo });
    }
    return redirectWithToast(`${paths.activityReport(report.id)}#${posted.get("blockId") ?? "top"}`, { text: said, tone: "ok" });
  } catch (error) {
    if (error instanceof Response || error instanceof ForbiddenError || error instanceof NotFoundError) throw error;
    return refusedEdit(error, typed, actor.locale);
  }
}

export default function ReportPage() {
  const { newId: id, page, texts } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const t = texts.reports;
  const errors = reply && !reply.isConflict ? reply.errors : {};
  return (
    <>
      <PageTitle
        title={page.title}
        context={`${t.state[page.state]} · ${page.office}`}
        action={<FinishReport page={page} t={t} />}
      />
      <p className="-mt-4 mb-4 max-w-none text-s text-muted">{page.facts.join(" · ")}</p>
      <ReportActs page={page} t={t} />
      <ErrorSummary title={t.edit} errors={errors} labels={t.fields} />
      {page.difference ? <ReportDifference difference={page.difference} t={t} /> : null}
      {page.blocks.map((block) => (
        <ReportBlock
          key={`${block.id}-${block.version}`}
          block={block}
          t={t}
          canEdit={page.permissions.edit}
          tokens={page.tokens}
          reply={reply?.values.blockId === block.id ? reply : undefined}
        />
      ))}
      {page.permissions.edit ? <AddBlock id={id} choices={page.choices} quotes={page.quotes} t={t} /> : null}
    </>
  );
}

export const ErrorBoundary = ErrorPage;
