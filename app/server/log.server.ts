import pino from "pino";
import { config } from "~/config.server";

/** JSON, one line each; no cookie, no token, no note text. */
export const log = pino({
  level: config().mode === "test" ? "silent" : config().logLevel,
  redact: ["req.headers.cookie", "req.headers.authorization", 'res.headers["set-cookie"]'],
});
