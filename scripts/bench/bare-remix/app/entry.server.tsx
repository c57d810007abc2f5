import { PassThrough } from "node:stream";
import { createRequestHandler } from "@remix-run/express";
import { createReadableStreamFromReadable, type EntryContext, type ServerBuild } from "@remix-run/node";
import { RemixServer } from "@remix-run/react";
import compression from "compression";
import express from "express";
import { renderToPipeableStream } from "react-dom/server";

/** Serves the build as the product does, and nothing else. */
export function start(build: ServerBuild): void {
  const app = express();
  app.use(compression());
  app.use(express.static("build/bench/bare-remix/client", { maxAge: "1y", index: false }));
  app.get("/favicon.ico", (_request, response) => response.status(204).end());
  app.all("*", createRequestHandler({ build, mode: "production" }));
  app.listen(Number(process.env.PORT), "127.0.0.1");
}

interface Page {
  headers: Headers;
  remix: EntryContext;
}

function render(request: Request, status: number, { headers, remix }: Page): Promise<Response> {
  return new Promise((resolve, reject) => {
    const { pipe } = renderToPipeableStream(<RemixServer context={remix} url={request.url} />, {
      onAllReady() {
        const body = new PassThrough();
        headers.set("Content-Type", "text/html; charset=utf-8");
        resolve(new Response(createReadableStreamFromReadable(body), { headers, status }));
        pipe(body);
      },
      onShellError: reject,
    });
  });
}

export default function handleRequest(request: Request, status: number, ...rest: [Headers, EntryContext]) {
  const [headers, remix] = rest;
  return render(request, status, { headers, remix });
}
