const port = Number(process.env.E2E_PORT ?? 3211);

/** Where the tests' own server listens and what file it works on. */
export const e2e = {
  port,
  url: `http://localhost:${port}`,
  database: "build/test/e2e.sqlite",
  data: "build/test/e2e-data",
} as const;
