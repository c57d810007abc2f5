import { json, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { canSomewhere } from "~/access/can";
import { requireActor } from "~/auth/actor.server";
import { listUsage } from "~/features/resources/marks.queries.server";
import { forbidden } from "~/http/responses.server";
import { textsOf } from "~/i18n/translate";
import { useTexts } from "~/i18n/use-texts";
import { paths } from "~/paths";
import { ErrorPage } from "~/ui/error-page";
import { ExportLinks } from "~/ui/export-links";
import { PageTitle } from "~/ui/page-title";
import { titled } from "~/ui/titled";

export const meta: MetaFunction<typeof loader> = ({ data }) => titled(data?.texts.library.usageTitle);

export async function loader(asked: LoaderFunctionArgs) {
  const actor = await requireActor(asked);
  if (!canSomewhere(actor, "resource.usage")) throw forbidden();
  const files = { xlsx: paths.listExport("resources/usage", "xlsx"), csv: paths.listExport("resources/usage", "csv") };
  return json({ rows: listUsage(actor).rows, files, texts: textsOf(actor.locale, "library") });
}

export default function ResourceUsage() {
  const { rows, files, texts } = useLoaderData<typeof loader>();
  const { actions } = useTexts("common");
  const t = texts.library;
  const columns = [
    ["times", t.opened],
    ["byProviders", t.byProviders],
    ["useful", t.usefulCount],
    ["notUseful", t.notUsefulCount],
    ["done", t.doneCount],
  ] as const;
  return (
    <>
      <PageTitle title={t.usageTitle} context={t.usageContext} />
      <table className="list sheet">
        <thead>
          <tr>
            <th scope="col">{t.resource}</th>
            {columns.map(([name, label]) => (
              <th key={name} scope="col" className="text-right">
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.slug}>
              <td>
                <a href={paths.resource(row.slug)}>{row.title}</a>
              </td>
              {columns.map(([name, label]) => (
                <td key={name} className="text-right tabular-nums">
                  <span className="md:sr-only">{`${label} `}</span>
                  {row[name]}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <ExportLinks label={actions.export} files={rows.length > 0 ? files : undefined} />
    </>
  );
}

export const ErrorBoundary = ErrorPage;
