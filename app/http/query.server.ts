import type { z } from "zod";

/** The filters of a page from its address; what does not parse is left out rather than refused. */
export function parseQuery<S extends z.ZodObject>(request: Request, schema: S): z.output<S> {
  const given = Object.fromEntries(new URL(request.url).searchParams);
  const parsed = schema.safeParse(given);
  if (parsed.success) return parsed.data;
  const wrong = new Set(parsed.error.issues.map((issue) => String(issue.path[0])));
  return schema.parse(Object.fromEntries(Object.entries(given).filter(([name]) => !wrong.has(name))));
}
