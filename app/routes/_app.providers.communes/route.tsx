import { json, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireActor } from "~/auth/actor.server";
import { describeCommunes } from "~/features/providers/describe-communes.server";
import { textsOf } from "~/i18n/translate";
import { CommuneMap } from "~/ui/commune-map";
import { Empty } from "~/ui/empty";
import { ErrorPage } from "~/ui/error-page";
import { PageTitle } from "~/ui/page-title";
import { titled } from "~/ui/titled";

export const meta: MetaFunction<typeof loader> = ({ data }) => titled(data?.texts.providers.communes.title);

export async function loader(asked: LoaderFunctionArgs) {
  const actor = await requireActor(asked);
  const office = new URL(asked.request.url).searchParams.get("office") ?? undefined;
  return json({ ...describeCommunes(actor, office), texts: textsOf(actor.locale, "providers") });
}

export default function ProvidersByCommune() {
  const { rows, drawn, texts } = useLoaderData<typeof loader>();
  const { communes: t, emptyTitle } = texts.providers;
  return (
    <>
      <PageTitle title={t.title} context={t.context} />
      {rows.length === 0 ? (
        <Empty text={emptyTitle} />
      ) : (
        <div className="grid items-start gap-8 xl:grid-cols-2">
          {drawn ? <CommuneMap title={t.map} {...drawn} /> : null}
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
        </div>
      )}
    </>
  );
}

export const ErrorBoundary = ErrorPage;
