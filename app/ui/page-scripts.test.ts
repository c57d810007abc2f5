import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";

/** What a component does only where React runs in the browser. */
const acts =
  /\b(use(State|Reducer|Effect|LayoutEffect|Fetchers?|Revalidator|Submit|Navigate|Navigation|SearchParams|Form|Blocker)\(|preventScrollReset)|\bon(Click|Change|Submit|Input|Key\w+|Pointer\w+|Blur|Focus|Toggle)=\{/;

/** Those whose effects only follow a page that was reached with scripts, and which have their part without (`OneLineScript`, `chart-acts`). */
const both = [
  "ui/page-scripts.tsx",
  "ui/error-summary.tsx",
  "ui/use-focus-on.ts",
  "ui/use-followed-links.ts",
  "dashboards/components/figure-news.tsx",
  "dashboards/components/chart-frame.tsx",
];

const routes = readdirSync("app/routes", { encoding: "utf8" })
  .map((name) => join("app/routes", name, "route.tsx"))
  .filter((path) => existsSync(path) && /export default/.test(readFileSync(path, "utf8")));

test("a page that acts in the browser is sent its scripts, and no other is", () => {
  const differing = routes.filter((path) => {
    const isMarked = /export const handle = scripted;/.test(readFileSync(path, "utf8"));
    return (
      isMarked !==
      [...reached(path)].some((one) => !both.some((end) => one.endsWith(end)) && acts.test(readFileSync(one, "utf8")))
    );
  });
  expect(differing).toEqual([]);
  expect(routes.length).toBeGreaterThan(150);
});

/** The modules that a page takes to the browser, itself first: those of the server stay there. */
function reached(path: string, seen = new Set<string>()): Set<string> {
  if (seen.has(path)) return seen;
  seen.add(path);
  for (const [, atStart, later] of readFileSync(path, "utf8").matchAll(
    /^(?:import|export) (?!type )(?:[^;"]*? from )?"([^"]+)"|import\("([^"]+)"\)/gm,
  )) {
    const named = atStart ?? later ?? "";
    const file = named.endsWith(".server") ? undefined : fileOf(path, named);
    if (file) reached(file, seen);
  }
  return seen;
}

function fileOf(path: string, named: string): string | undefined {
  if (!/^[~.]/.test(named)) return undefined;
  const base = named.startsWith("~/") ? join("app", named.slice(2)) : join(dirname(path), named);
  return ["", ".ts", ".tsx", "/index.ts", "/index.tsx"]
    .map((end) => `${base}${end}`)
    .find((one) => existsSync(one) && statSync(one).isFile());
}
