import { randomBytes } from "node:crypto";
import type { RequestHandler, Response } from "express";
import helmet from "helmet";
import { config } from "~/config.server";

/** The one table of headers, on every answer, errors included (ASVS 3.4). */
export function headers({ isDevelopment }: { isDevelopment: boolean }): RequestHandler {
  const { isSecure } = config();
  const guard = helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'", (_request, response) => `'nonce-${Reflect.get(response, "locals").nonce}'`],
        styleSrc: isDevelopment ? ["'self'", "'unsafe-inline'"] : ["'self'"],
        imgSrc: ["'self'", "data:"],
        fontSrc: ["'self'"],
        connectSrc: isDevelopment ? ["'self'", "ws:"] : ["'self'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        upgradeInsecureRequests: isSecure ? [] : null,
      },
    },
    strictTransportSecurity: isSecure ? { maxAge: 31_536_000, includeSubDomains: true } : false,
    referrerPolicy: { policy: "same-origin" },
    crossOriginOpenerPolicy: { policy: "same-origin" },
    crossOriginResourcePolicy: { policy: "same-origin" },
  });
  return (request, response, next) => {
    response.locals.nonce = randomBytes(16).toString("base64");
    guard(request, response, (error?: unknown) => {
      // An address that is a key (43 characters) is told to nobody, not even to our own pages (ASVS 14.2.1).
      if (/\/[\w-]{43}(?:\/|$)|^\/(?:unsubscribe|answers|letters|i)\//.test(request.path))
        response.setHeader("Referrer-Policy", "no-referrer");
      if (isEmbedded(request.path)) allowFraming(response);
      if (isShared(request.path)) response.setHeader("Cross-Origin-Resource-Policy", "cross-origin");
      next(error);
    });
  };
}

/** Pages made to stand in another site's page: they read no cookie and answer GET alone (origin-gate.server.ts). */
export const isEmbedded = (path: string): boolean => path.startsWith("/embed/");

/** Pictures made to be shown by other sites, beside a shared address. */
export const isShared = (path: string): boolean => /^\/programme\/[^/]+\/(?:[^/]+\/)?share\.png$/.test(path);

function allowFraming(response: Response): void {
  const policy = String(response.getHeader("Content-Security-Policy") ?? "");
  response.setHeader("Content-Security-Policy", policy.replace("frame-ancestors 'none'", "frame-ancestors *"));
  response.setHeader("Cross-Origin-Resource-Policy", "cross-origin");
  response.removeHeader("X-Frame-Options");
}
