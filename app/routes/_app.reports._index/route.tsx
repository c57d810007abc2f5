import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { authorize } from "~/access/authorized";
import { canSomewhere } from "~/access/can";
import { requireActor } from "~/auth/actor.server";
import { getWorkplace } from "~/features/organisations/queries.server";
import { makeReport } from "~/features/reports/commands.server";
import { newReportSchema } from "~/features/reports/form";
import { describeOthers, describeReports, newReportFields } from "~/features/reports/pages.server";
import { refusedEdit } from "~/http/edit-reply.server";
import { parseForm } from "~/http/form.server";
import { answering, forbidden, invalid } from "~/http/responses.server";
import { redirectWithToast } from "~/http/toast.server";
import { textsOf, translator } from "~/i18n/translate";
import { newId } from "~/lib/ids";
import { paths } from "~/paths";
import { ErrorPage } from "~/ui/error-page";
import { formKey } from "~/ui/form-key";
import { scripted } from "~/ui/page-scripts";
import { PageTitle } from "~/ui/page-title";
import { RecordForm } from "~/ui/record-form";
import { titled } from "~/ui/titled";

export const meta: MetaFunction<typeof loader> = ({ data }) => titled(data?.texts.reports.title);

export async function loader(asked: LoaderFunctionArgs) {
  const actor = await requireActor(asked);
  if (!canSomewhere(actor, "report.view")) throw forbidden();
  return json({
    id: newId(),
    reports: describeReports(actor),
    others: describeOthers(actor),
    fields: newReportFields(actor) ?? null,
    texts: textsOf(actor.locale, "reports"),
  });
}

export async function action(asked: ActionFunctionArgs) {
  const actor = await requireActor(asked);
  const form = await parseForm(asked.request, newReportSchema, actor.locale);
  if (!form.isValid) return invalid({ ...form.reply, isConflict: false });
  const office = await answering(() => getWorkplace(actor, "report.make"));
  try {
    makeReport(actor, authorize(actor, "report.make", { ...office, ownerId: office.id }), form.value);
  } catch (error) {
    return refusedEdit(error, form.reply, actor.locale);
  }
  return redirectWithToast(paths.activityReport(form.value.id), { text: translator(actor.locale)("reports:made"), tone: "ok" });
}

export default function Reports() {
  const { id, reports, others, fields, texts } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const t = texts.reports;
  return (
    <>
      <PageTitle title={t.title} context={t.context} />
      <nav aria-label={t.others} className="mb-6 flex flex-wrap gap-x-6 gap-y-1">
        {others.map(({ to, label }) => (
          <a key={to} href={to} className="inline-flex min-h-11 items-center text-primary underline">
            {label}
          </a>
        ))}
      </nav>
      {reports.length === 0 ? <p className="mb-6 max-w-prose text-muted">{t.empty}</p> : null}
      <ul className="mb-8 grid gap-3">
        {reports.map((report) => (
          <li key={report.id} className="sheet flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1 p-4">
            <div>
              <a
                href={paths.activityReport(report.id)}
                className="inline-flex min-h-11 items-center font-semibold text-primary underline"
              >
                {report.title}
              </a>
              <p className="text-s text-muted">{report.lines.join(" · ")}</p>
            </div>
            <p className={report.state === "draft" ? "font-semibold text-warn" : "text-muted"}>
              {t.state[report.state]}
              {report.isCorrected ? <span className="block text-s text-warn">{t.changedSince}</span> : null}
            </p>
          </li>
        ))}
      </ul>
      {fields ? (
        <section aria-labelledby="make">
          <h2 id="make" className="mb-3 text-l">
            {t.make}
          </h2>
          <RecordForm key={formKey(id, reply)} fields={fields} hidden={{ id }} reply={reply} submit={t.make} />
        </section>
      ) : null}
    </>
  );
}

export const handle = scripted;

export const ErrorBoundary = ErrorPage;
