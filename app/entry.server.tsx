import type { AppLoadContext, EntryContext } from "@remix-run/node";
import { isRouteErrorResponse, RemixServer } from "@remix-run/react";
import { renderToString } from "react-dom/server";
import { TextResponse } from "./http/text-response.server";
import { log } from "./server/log.server";
import { start as startServer } from "./server/start.server";
import { NonceContext } from "./ui/nonce";

/** What server.js calls once it has loaded the build. */
export const start = startServer;

/**
 * The page as one text: nothing in it waits, so that a stream would only cut it in pieces
 * (docs/decisions/speed-06-pages-in-one-text.md). What throws here is answered by Remix with the error's page.
 */
export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  remix: EntryContext,
  context: AppLoadContext,
) {
  const page = renderToString(
    <NonceContext.Provider value={context.cspNonce}>
      <RemixServer context={remix} url={request.url} nonce={context.cspNonce} />
    </NonceContext.Provider>,
  );
  headers.set("Content-Type", "text/html; charset=utf-8");
  return new TextResponse(`<!DOCTYPE html>${page}`, { headers, status });
}

/** A bug reached the top: one log line with the id that the page shows. An address asked the wrong way is no bug. */
export function handleError(error: unknown, { request, context }: { request: Request; context: AppLoadContext }) {
  if (isRouteErrorResponse(error) && error.status < 500) return;
  if (!request.signal.aborted) log.error({ err: error, requestId: context.requestId }, "request failed");
}
