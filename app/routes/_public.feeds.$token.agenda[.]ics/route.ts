import type { LoaderFunctionArgs } from "@remix-run/node";
import { readFeed } from "~/features/agenda/feeds.queries.server";
import { answering } from "~/http/responses.server";

/** A calendar feed: its secret address alone opens it, no cookie is read. */
export async function loader({ params }: LoaderFunctionArgs) {
  const body = await answering(() => readFeed(params.token ?? ""));
  return new Response(body, {
    headers: { "Content-Type": "text/calendar; charset=utf-8", "X-Content-Type-Options": "nosniff" },
  });
}
