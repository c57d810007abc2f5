import { json, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { canSomewhere } from "~/access/can";
import { requireActor } from "~/auth/actor.server";
import { describeCommunes } from "~/features/reports/commune-files.server";
import { PeriodForm } from "~/features/reports/components/period-form";
import { periodQuery } from "~/features/reports/period.form";
import { parseQuery } from "~/http/query.server";
import { answering, forbidden } from "~/http/responses.server";
import { textsOf } from "~/i18n/translate";
import { paths } from "~/paths";
import { Empty } from "~/ui/empty";
import { ErrorPage } from "~/ui/error-page";
import { PageTitle } from "~/ui/page-title";
import { titled } from "~/ui/titled";

export const meta: MetaFunction<typeof loader> = ({ data }) => titled(data?.texts.communes.title);

export async function loader(asked: LoaderFunctionArgs) {
  const actor = await requireActor(asked);
  if (!canSomewhere(actor, "report.view")) throw forbidden();
  const query = parseQuery(asked.request, periodQuery);
  const page = await answering(() => describeCommunes(actor, query));
  return json({ ...page, texts: textsOf(actor.locale, "communes", "dashboard") });
}

export default function CommuneSheets() {
  const { form, query, rows, texts } = useLoaderData<typeof loader>();
  const t = texts.communes;
  const all = (
    <a href={paths.reportPage("communes.zip", query)} className="button button-main" download>
      {t.all}
    </a>
  );
  return (
    <>
      <PageTitle title={t.title} context={t.context} action={rows.length > 0 ? all : undefined} />
      <PeriodForm form={form} />
      {rows.length === 0 ? (
        <Empty text={t.empty} />
      ) : (
        <table className="figure-table max-w-3xl" role="table">
          <caption className="mb-2 text-left text-muted">{form.text}</caption>
          <thead>
            <tr>
              <th scope="col">{t.commune}</th>
              <th scope="col">{t.reachedOfKnown}</th>
              <th scope="col">{t.share}</th>
              <th scope="col">{t.sheet}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.inseeCode}>
                <td>
                  {row.name}
                  {row.isFew ? <span className="block text-s text-muted">{t.few}</span> : null}
                </td>
                <td>
                  {row.reached} / {row.known}
                </td>
                <td>{row.share}</td>
                <td>
                  <a
                    href={paths.reportPage(`communes/${row.inseeCode}.pdf`, query)}
                    aria-label={t.sheetOf.replace("{{name}}", row.name)}
                    download
                  >
                    {t.sheet}
                  </a>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </>
  );
}

export const ErrorBoundary = ErrorPage;
