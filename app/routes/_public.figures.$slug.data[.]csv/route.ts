import type { LoaderFunctionArgs } from "@remix-run/node";
import { publicFiguresCsv } from "~/features/dashboards/describe-public.server";
import { networkQuery } from "~/features/dashboards/form";
import { parseQuery } from "~/http/query.server";
import { answering } from "~/http/responses.server";
import { localeOf } from "~/i18n/locale.server";

/** A network's open figures as CSV: counts, never of people. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { year } = parseQuery(request, networkQuery);
  const body = await answering(() => publicFiguresCsv(localeOf(request), params.slug ?? "", year));
  return new Response(body, { headers: { "Content-Type": "text/csv; charset=utf-8", "Cache-Control": "public, max-age=600" } });
}
