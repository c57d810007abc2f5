import { join, resolve } from "node:path";
import { z } from "zod";

const schema = z.object({
  NODE_ENV: z.enum(["development", "production", "test"]).default("development"),
  PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
  DATABASE_PATH: z.string().default("data/balise.sqlite"),
  DATA_DIR: z.string().optional(),
  APP_URL: z.url().optional(),
  SMTP_URL: z.string().optional(),
  MAIL_FROM: z.string().default("Balise <balise@localhost>"),
  SESSION_SECRET: z.string().optional(),
  /** Addresses of the reverse proxy whose X-Forwarded-* headers are believed. */
  TRUSTED_PROXY: z.string().optional(),
  LOG_LEVEL: z.enum(["fatal", "error", "warn", "info", "debug", "trace", "silent"]).default("info"),
  /** Registrations to workshops that one address may send in an hour without signing in. */
  VISITORS_PER_HOUR: z.coerce.number().int().min(1).default(60),
  DEMO: z.enum(["0", "1"]).default("0"),
  DEMO_TODAY: z.iso.date().optional(),
});

export type Config = ReturnType<typeof readConfig>;

/** The settings of this installation; throws an Error with one plain line for each that is unsafe or malformed. */
export function readConfig(environment: Record<string, string | undefined>) {
  const parsed = schema.safeParse(dropEmpty(environment));
  if (!parsed.success) throw new Error(`Réglages refusés :\n${z.prettifyError(parsed.error)}`);
  const settings = parsed.data;
  const databasePath = resolve(settings.DATABASE_PATH);
  const appUrl = new URL(settings.APP_URL ?? `http://localhost:${settings.PORT}`);
  const isDemo = settings.DEMO === "1";
  const refusals = refuse(settings, appUrl, isDemo);
  if (refusals.length > 0) throw new Error(`Réglages refusés :\n${refusals.join("\n")}`);
  return {
    mode: settings.NODE_ENV,
    port: settings.PORT,
    databasePath,
    dataDir: resolve(settings.DATA_DIR ?? join(databasePath, "..")),
    appUrl: appUrl.origin,
    isSecure: appUrl.protocol === "https:",
    smtpUrl: settings.SMTP_URL,
    mailFrom: settings.MAIL_FROM,
    secret: settings.SESSION_SECRET ?? "loopback-only-secret-of-development",
    trustedProxy: settings.TRUSTED_PROXY,
    logLevel: settings.LOG_LEVEL,
    visitorsPerHour: settings.VISITORS_PER_HOUR,
    isDemo,
    demoToday: settings.DEMO_TODAY,
  };
}

let current: Config | undefined;
/** The process's settings, read once. */
export function config(): Config {
  current ??= readConfig(process.env);
  return current;
}

/** Tests of another file have another environment. */
export function forgetConfig(): void {
  current = undefined;
}

function refuse(settings: z.infer<typeof schema>, appUrl: URL, isDemo: boolean): string[] {
  const isLoopback = ["localhost", "127.0.0.1", "[::1]"].includes(appUrl.hostname);
  const isSecure = appUrl.protocol === "https:";
  const refusals: string[] = [];
  if (!isSecure && !isLoopback) refusals.push("APP_URL : une adresse publique commence par https.");
  if (isDemo && !isLoopback) refusals.push("APP_URL : la démonstration ne sert que sur localhost.");
  if (isSecure && (settings.SESSION_SECRET ?? "").length < 32)
    refusals.push("SESSION_SECRET : au moins 32 caractères tirés au hasard (openssl rand -hex 32).");
  return refusals;
}

function dropEmpty(environment: Record<string, string | undefined>) {
  return Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ""));
}
