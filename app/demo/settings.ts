/** The demonstration's settings: loopback only, a file of its own. */
export function applyDemoSettings(): void {
  process.env.DEMO = "1";
  process.env.NODE_ENV ??= "production";
  process.env.DATABASE_PATH ||= "data/demo.sqlite";
  process.env.LOG_LEVEL ||= "warn";
}
