import type { LoaderFunctionArgs } from "@remix-run/node";
import { publicFiguresJson } from "~/features/dashboards/describe-public.server";
import { networkQuery } from "~/features/dashboards/form";
import { parseQuery } from "~/http/query.server";
import { answering } from "~/http/responses.server";

/** A network's open figures as JSON: counts, never of people. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { year } = parseQuery(request, networkQuery);
  const body = await answering(() => publicFiguresJson(params.slug ?? "", year));
  return new Response(body, {
    headers: { "Content-Type": "application/json; charset=utf-8", "Cache-Control": "public, max-age=600" },
  });
}
