import { randomUUID } from "node:crypto";
import { createRemixRequest } from "@remix-run/express/dist/server.js";
import { type AppLoadContext, createRequestHandler } from "@remix-run/node";
import compression from "compression";
import express, { type Request, type Response } from "express";
import compressedFiles from "express-static-gzip";
import pinoHttp from "pino-http";
import { config } from "~/config.server";
import { noteRequest } from "~/jobs/give-way.server";
import { withErrorPages } from "./error-pages.server";
import { headers, isShared } from "./headers.server";
import { health } from "./health.server";
import { log } from "./log.server";
import { apiGate, embedGate, originGate } from "./origin-gate.server";
import { sendAnswer } from "./send-answer.server";
import type { StartOptions } from "./start.server";

/** The build writes each text file in these forms too (scripts/bundle/compressed.ts). */
const compressed = { enableBrotli: true, orderPreference: ["br", "gzip"], index: false };

/** The Express application, one concern a file; Remix comes last. */
export function makeApplication({ build, vite }: StartOptions) {
  const app = express();
  const settings = config();
  app.disable("x-powered-by");
  // Each loader reads its own address (app/http/query.server.ts).
  app.set("query parser", false);
  app.set("trust proxy", settings.trustedProxy ?? false);
  app.use(
    pinoHttp({
      logger: log,
      genReqId: () => randomUUID(),
      autoLogging: settings.logLevel !== "warn",
      serializers: { req: briefly, res: ({ statusCode }: { statusCode: number }) => ({ statusCode }) },
    }),
  );
  app.use(headers({ isDevelopment: vite !== undefined }));
  app.get("/health", health);
  app.use(compression());
  if (vite) app.use(vite);
  app.use((_request, response, next) => {
    noteRequest(response);
    next();
  });
  app.use("/assets", compressedFiles("build/client/assets", { ...compressed, serveStatic: { immutable: true, maxAge: "1y" } }));
  const files = compressedFiles("build/client", { ...compressed, serveStatic: { maxAge: "1h" } });
  // A page has no dot in its name: the disk is not asked for it.
  app.use((request, response, next) => (/\.\w+$/.test(request.path) ? files(request, response, next) : next()));
  app.use(embedGate);
  app.use(apiGate);
  app.use(originGate(settings));
  app.use((request, response, next) => {
    if (!isShared(request.path)) response.setHeader("Cache-Control", "no-store");
    next();
  });
  // Made once: it derives the tree of routes at its first request and keeps it.
  const getLoadContext = (request: Request, response: Response): AppLoadContext => ({
    cspNonce: String(response.locals.nonce),
    requestId: String(request.id),
    clientAddress: request.ip ?? "",
    noteFault: (err) => log.error({ err, requestId: String(request.id) }, "request failed"),
    setCookie: (line: string) => response.append("Set-Cookie", line),
  });
  const answer = withErrorPages(createRequestHandler(build, settings.mode));
  app.all("*", async (request, response, next) => {
    try {
      const asked = createRemixRequest(request, response);
      await sendAnswer(response, await answer(asked, getLoadContext(request, response)));
    } catch (error) {
      next(error);
    }
  });
  return app;
}

/** Tokens travel in some paths: the log keeps the first two segments alone, and no token. */
function briefly(request: { id: unknown; method: string; url: string }) {
  const segments = request.url.split("?")[0]?.split("/").slice(0, 3) ?? [];
  const path = segments.map((segment) => (segment.length > 40 ? "…" : segment)).join("/");
  return { id: request.id, method: request.method, path };
}
