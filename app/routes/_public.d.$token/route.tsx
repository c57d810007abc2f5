import { json, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { ChartActs } from "~/features/dashboards/components/chart-frame";
import { DashboardBlocks } from "~/features/dashboards/components/dashboard-blocks";
import { NetworkTotals } from "~/features/dashboards/components/network-totals";
import { describeShared } from "~/features/dashboards/shared-view.server";
import { PublicPage } from "~/features/workshops/components/public-page";
import { answering } from "~/http/responses.server";
import { localeOf } from "~/i18n/locale.server";
import { textsOf } from "~/i18n/translate";
import { ErrorPage } from "~/ui/error-page";
import { titledUnlisted } from "~/ui/titled";

export const meta: MetaFunction<typeof loader> = ({ data }) => titledUnlisted(data?.name);

/** An office's dashboard or a network's totals for whoever holds its secret address: totals alone, until its day. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const locale = localeOf(request);
  const page = await answering(() => describeShared(locale, params.token ?? ""));
  const texts = textsOf(locale, "dashboard", "series", "network", "programme");
  return json({ ...page, texts }, { headers: { "Cache-Control": "private, no-store" } });
}

export default function SharedDashboard() {
  const page = useLoaderData<typeof loader>();
  return (
    <PublicPage office={page.office} contact={{ email: null, phone: null }}>
      <div className="dashboard">
        <h1 className="text-xl md:text-xxl">{page.name}</h1>
        {page.kind === "network" ? (
          <>
            <p className="mt-1 text-s text-muted">{page.note}</p>
            <NetworkTotals totals={page.totals} />
          </>
        ) : (
          <>
            <p className="mt-1 text-muted">{page.period}</p>
            <p className="mb-6 text-s text-muted">{page.note}</p>
            <p className="lead mb-8 text-xl leading-snug font-semibold text-balance">{page.sentence}</p>
            <DashboardBlocks page={page} query={{}} />
          </>
        )}
        <ChartActs />
      </div>
    </PublicPage>
  );
}

export const ErrorBoundary = ErrorPage;
