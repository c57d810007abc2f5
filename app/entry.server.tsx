import { PassThrough } from "node:stream";
import { type AppLoadContext, createReadableStreamFromReadable, type EntryContext } from "@remix-run/node";
import { isRouteErrorResponse, RemixServer } from "@remix-run/react";
import { renderToPipeableStream } from "react-dom/server";
import { log } from "./server/log.server";
import { start as startServer } from "./server/start.server";
import { NonceContext } from "./ui/nonce";

/** What server.js calls once it has loaded the build. */
export const start = startServer;

const abortAfterMs = 10_000;

export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  remix: EntryContext,
  context: AppLoadContext,
) {
  return new Promise((resolve, reject) => {
    let didFail = false;
    const page = (
      <NonceContext.Provider value={context.cspNonce}>
        <RemixServer context={remix} url={request.url} abortDelay={abortAfterMs} nonce={context.cspNonce} />
      </NonceContext.Provider>
    );
    const { pipe, abort } = renderToPipeableStream(page, {
      nonce: context.cspNonce,
      onAllReady() {
        const body = new PassThrough();
        headers.set("Content-Type", "text/html; charset=utf-8");
        resolve(new Response(createReadableStreamFromReadable(body), { headers, status: didFail ? 500 : status }));
        pipe(body);
      },
      onShellError: reject,
      onError(error) {
        didFail = true;
        log.error({ err: error, requestId: context.requestId }, "render failed");
      },
    });
    setTimeout(abort, abortAfterMs).unref();
  });
}

/** A bug reached the top: one log line with the id that the page shows. An address asked the wrong way is no bug. */
export function handleError(error: unknown, { request, context }: { request: Request; context: AppLoadContext }) {
  if (isRouteErrorResponse(error) && error.status < 500) return;
  if (!request.signal.aborted) log.error({ err: error, requestId: context.requestId }, "request failed");
}
