import { json, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { canSomewhere } from "~/access/can";
import { requireActor } from "~/auth/actor.server";
import { ChartActs } from "~/features/dashboards/components/chart-frame";
import { FigureNews } from "~/features/dashboards/components/figure-news";
import { NetworkPage } from "~/features/dashboards/components/network-page";
import { PublishForm } from "~/features/dashboards/components/publish-form";
import { describeNetwork } from "~/features/dashboards/describe-network.server";
import { networkQuery } from "~/features/dashboards/form";
import { readNetwork, resolveNetwork } from "~/features/dashboards/network.queries.server";
import { describePublication } from "~/features/dashboards/public-figures.server";
import { readNetworkVersion } from "~/features/dashboards/version.queries.server";
import { parseQuery } from "~/http/query.server";
import { answering, forbidden } from "~/http/responses.server";
import { textsOf } from "~/i18n/translate";
import { paths } from "~/paths";
import { ErrorPage } from "~/ui/error-page";
import { PageTitle } from "~/ui/page-title";
import { titled } from "~/ui/titled";

export const meta: MetaFunction<typeof loader> = ({ data }) => titled(data?.texts.network.title);

export async function loader(asked: LoaderFunctionArgs) {
  const actor = await requireActor(asked);
  if (!canSomewhere(actor, "network.view")) throw forbidden();
  const query = parseQuery(asked.request, networkQuery);
  return answering(() => {
    const resolved = resolveNetwork(actor, query);
    // Read before the figures: what moves meanwhile is seen at the next look.
    const version = readNetworkVersion(resolved);
    return json({
      version,
      networkId: resolved.network.id,
      ...describeNetwork(actor, resolved, {
        data: readNetwork(actor, resolved),
        query,
      }),
      publication: describePublication(resolved.network.id),
      texts: textsOf(actor.locale, "network", "dashboard", "series"),
    });
  });
}

export default function Network() {
  const page = useLoaderData<typeof loader>();
  const { export: words } = page.texts.network;
  const asked = { network: page.networkId, year: page.year };
  const files = (["xlsx", "csv"] as const).map((format) => (
    <a key={format} href={paths.networkExport(format, asked)} className="button">
      {words[format]}
    </a>
  ));
  return (
    <div className="printed">
      <PageTitle title={page.texts.network.title} context={`${page.name}, ${page.year}`} action={files} />
      <NetworkPage page={page} />
      <PublishForm publication={page.publication} />
      <FigureNews version={page.version} address={paths.networkVersion({ network: page.networkId, year: page.year })} />
      <ChartActs />
    </div>
  );
}

export const ErrorBoundary = ErrorPage;
