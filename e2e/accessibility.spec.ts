import AxeBuilder from "@axe-core/playwright";
import { expect, type Person, test } from "./fixtures";
import { readIds } from "./ids";
import { type Ids, routes } from "./routes";

const widths = [390, 820, 1440];

/** Every page of the table that a person sees, with data; the same pages empty where the office has nothing yet. */
for (const person of ["facilitator", "director", "provider"] as const) {
  for (const isEmpty of [true, false]) {
    test(`axe finds nothing on the pages of the ${person}, ${isEmpty ? "empty and dark" : "with data"}`, async ({
      as,
      world,
    }) => {
      test.setTimeout(240_000);
      const paths = isEmpty ? emptyPages(person) : pagesOf(person, readIds(world));
      const page = await as(person, { dark: isEmpty });
      const findings: string[] = [];
      for (const [place, path] of paths.entries()) {
        // Each page at one width here and another there: over the two runs and three people all are met.
        await page.setViewportSize({ width: widths[(place + Number(isEmpty)) % widths.length] ?? 390, height: 900 });
        await page.goto(path);
        const { violations } = await new AxeBuilder({ page }).analyze();
        for (const one of violations)
          findings.push(`${path}: ${one.id} ${one.nodes.map((node) => node.target.join(" ")).join(" | ")}`);
      }
      expect(findings).toEqual([]);
    });
  }
}

function pagesOf(person: Person, ids: Ids): string[] {
  return Object.entries(routes)
    .filter(([name, route]) => route.may.includes(person) && !route.isPost && !isData(name))
    .map(([, route]) => route.path(ids));
}

/** Pages whose address names nothing: what they show when the office is new. */
function emptyPages(person: Person): string[] {
  const pages = Object.entries(routes).filter(
    ([name, route]) => route.may.includes(person) && !route.isPost && !route.isRow && !isData(name),
  );
  return pages.map(([, route]) => route.path(noIds)).filter((path) => !path.includes("undefined"));
}

const isData = (name: string) => /export|search|similar|coaching\.people/.test(name);
const noIds: Ids = {
  provider: "",
  other: "",
  session: "",
  action: "",
  plan: "",
  user: "",
  membership: "",
  sheet: "repondre-a-un-avis",
  office: "",
  establishment: "",
  contact: "",
};
