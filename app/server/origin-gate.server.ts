import type { RequestHandler } from "express";
import type { Config } from "~/config.server";
import { isEmbedded } from "./headers.server";

const safe = new Set(["GET", "HEAD", "OPTIONS"]);

/**
 * Refuses every unsafe request that does not come from our own pages: by Sec-Fetch-Site where the
 * browser sends it, else by Origin; with neither, refused (design 3.5).
 */
export function originGate(settings: Pick<Config, "appUrl" | "isSecure">): RequestHandler {
  return (request, response, next) => {
    // A mail program takes its reader off a list from anywhere (RFC 8058): by the address's own key, no cookie read.
    if (request.method === "POST" && /^\/(?:unsubscribe|letters\/off)\//.test(request.path)) {
      delete request.headers.cookie;
      delete request.headers.origin;
      return next();
    }
    if (safe.has(request.method) || isOurs(request.headers, settings)) {
      // A page that tells no referrer posts `Origin: null`, which Remix would refuse in its turn.
      if (request.headers.origin === "null") delete request.headers.origin;
      return next();
    }
    response.status(403).type("text/plain").send("Cette demande ne vient pas de Balise. Rouvrez la page et recommencez.");
  };
}

/** Shown in another site's page: whoever looks is nobody here, and nothing is changed (the one exception of the gate). */
export const embedGate: RequestHandler = (request, response, next) => {
  if (!isEmbedded(request.path)) return next();
  delete request.headers.cookie;
  if (safe.has(request.method)) return next();
  response.status(405).end();
};

/** Programs read with a key: no cookie is looked at, nothing is changed. */
export const apiGate: RequestHandler = (request, response, next) => {
  if (!request.path.startsWith("/api/")) return next();
  delete request.headers.cookie;
  if (safe.has(request.method)) return next();
  response.status(405).setHeader("Allow", "GET, HEAD").type("application/problem+json");
  response.send(
    JSON.stringify({ type: "about:blank", title: "Lecture seule", status: 405, detail: "This API only reads: use GET." }),
  );
};

export function isOurs(
  headers: Record<string, string | string[] | undefined>,
  settings: Pick<Config, "appUrl" | "isSecure">,
): boolean {
  const site = headers["sec-fetch-site"];
  if (site !== undefined) return site === "same-origin";
  const origin = headers.origin;
  if (typeof origin !== "string" || !URL.canParse(origin)) return false;
  if (origin === settings.appUrl) return true;
  return !settings.isSecure && new URL(origin).host === headers.host;
}
