import { json, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { canSomewhere } from "~/access/can";
import { requireActor } from "~/auth/actor.server";
import { ChartWithTable } from "~/features/dashboards/components/chart-with-table";
import { describeYear } from "~/features/dashboards/describe.server";
import { parseQuery } from "~/http/query.server";
import { forbidden } from "~/http/responses.server";
import { textsOf } from "~/i18n/translate";
import { now } from "~/lib/clock";
import { dayIn } from "~/lib/dates";
import { Empty } from "~/ui/empty";
import { ErrorPage } from "~/ui/error-page";
import { PageTitle } from "~/ui/page-title";

const query = z.object({ year: z.coerce.number().int().min(2000).max(2100).optional(), office: z.string().max(40).optional() });

export const meta = () => [{ title: "Tableau de bord · Balise" }];

export async function loader(asked: LoaderFunctionArgs) {
  const actor = await requireActor(asked);
  if (!canSomewhere(actor, "dashboard.view")) throw forbidden();
  const today = dayIn("Europe/Paris", now());
  const filter = parseQuery(asked.request, query);
  const year = filter.year ?? Number(today.slice(0, 4));
  const lastMonth = String(year) === today.slice(0, 4) ? today.slice(5, 7) : "12";
  return json({
    ...describeYear(actor, { year, lastMonth, office: filter.office }),
    texts: textsOf(actor.locale, "dashboard"),
  });
}

export default function Dashboard() {
  const { isEmpty, sentence, figures, byMonth, byTheme, texts } = useLoaderData<typeof loader>();
  const t = texts.dashboard;
  if (isEmpty) return <Empty text={t.empty} />;
  return (
    <>
      <PageTitle title={t.title} />
      <p className="mb-6 text-l">{sentence}</p>
      <ul className="mb-8 grid gap-4 sm:grid-cols-2 lg:grid-cols-4">
        {figures.map((figure) => (
          <li key={figure.label} className="border-t-4 border-mark pt-2">
            <a href={figure.to} className="text-ink no-underline hover:underline">
              <span className="block text-s text-muted">{figure.label}</span>
              <span className="block text-xxl font-bold tabular-nums">{figure.value}</span>
              <span className="block text-s">{figure.note}</span>
            </a>
          </li>
        ))}
      </ul>
      <div className="grid gap-8 lg:grid-cols-2">
        <ChartWithTable title={t.byMonth} head={t.month} unit={t.figures.sessions} bars={byMonth} />
        <ChartWithTable title={t.byTheme} head={t.theme} unit={t.figures.sessions} bars={byTheme} />
      </div>
    </>
  );
}

export const ErrorBoundary = ErrorPage;
