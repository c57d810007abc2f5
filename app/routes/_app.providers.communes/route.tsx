import { json, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireActor } from "~/auth/actor.server";
import { listProvidersByCommune } from "~/features/providers/list.queries.server";
import { formatNumber, formatShare } from "~/i18n/format";
import { textsOf } from "~/i18n/translate";
import { paths } from "~/paths";
import { Empty } from "~/ui/empty";
import { ErrorPage } from "~/ui/error-page";
import { PageTitle } from "~/ui/page-title";

export const meta = () => [{ title: "Prestataires par commune · Balise" }];

export async function loader(asked: LoaderFunctionArgs) {
  const actor = await requireActor(asked);
  const office = new URL(asked.request.url).searchParams.get("office") ?? undefined;
  const rows = listProvidersByCommune(actor, office).map((row) => ({
    key: row.inseeCode ?? "",
    name: row.name ?? "",
    to: paths.providers({ commune: row.inseeCode ?? undefined, office }),
    known: formatNumber(actor.locale, row.known),
    met: formatNumber(actor.locale, row.met),
    share: formatShare(actor.locale, row.met, row.known),
  }));
  return json({ rows, texts: textsOf(actor.locale, "providers") });
}

export default function ProvidersByCommune() {
  const { rows, texts } = useLoaderData<typeof loader>();
  const { communes: t, emptyTitle } = texts.providers;
  return (
    <>
      <PageTitle title={t.title} context={t.context} />
      {rows.length === 0 ? (
        <Empty text={emptyTitle} />
      ) : (
        <div className="sheet max-w-3xl">
          <table className="list" role="table">
            <thead>
              <tr>
                <th scope="col">{t.commune}</th>
                <th scope="col" className="number">
                  {t.known}
                </th>
                <th scope="col" className="number">
                  {t.met}
                </th>
                <th scope="col" className="number">
                  {t.share}
                </th>
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <tr key={row.key}>
                  <td>{row.key ? <a href={row.to}>{row.name}</a> : t.unknown}</td>
                  <td className="number" data-label={t.known}>
                    {row.known}
                  </td>
                  <td className="number" data-label={t.met}>
                    {row.met}
                  </td>
                  <td className="number" data-label={t.share}>
                    {row.share}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </>
  );
}

export const ErrorBoundary = ErrorPage;
