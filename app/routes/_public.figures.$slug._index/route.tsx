import { type HeadersFunction, json, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { ChartActs } from "~/features/dashboards/components/chart-frame";
import { PublicFiguresPage } from "~/features/dashboards/components/public-figures-page";
import { describePublicFigures } from "~/features/dashboards/describe-public.server";
import { networkQuery } from "~/features/dashboards/form";
import { PublicPage } from "~/features/workshops/components/public-page";
import { parseQuery } from "~/http/query.server";
import { answering } from "~/http/responses.server";
import { localeOf } from "~/i18n/locale.server";
import { textsOf } from "~/i18n/translate";
import { ErrorPage } from "~/ui/error-page";

const keptFor = "public, max-age=600";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data ? `${data.texts.network.open.title} · ${data.name}` : "" },
  { name: "description", content: data?.texts.network.open.intro },
];

export const headers: HeadersFunction = ({ loaderHeaders }) => ({
  "Cache-Control": loaderHeaders.get("Cache-Control") ?? "no-store",
});

/** A network's totals, open to everybody where it chose so. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const locale = localeOf(request);
  const { year } = parseQuery(request, networkQuery);
  const page = await answering(() => describePublicFigures(locale, params.slug ?? "", year));
  const texts = textsOf(locale, "network", "dashboard", "series", "programme");
  return json({ ...page, texts }, { headers: { "Cache-Control": keptFor, Vary: "Accept-Language" } });
}

export default function PublicFigures() {
  const page = useLoaderData<typeof loader>();
  return (
    <PublicPage office={page.name} contact={page.contact}>
      <PublicFiguresPage page={page} />
      <ChartActs />
    </PublicPage>
  );
}

export const ErrorBoundary = ErrorPage;
