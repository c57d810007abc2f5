import AxeBuilder from "@axe-core/playwright";
import { sqlite } from "~/db/client.server";
import { makeSession } from "~/testing/factories/session";
import { expect, type Person, test } from "./fixtures";
import { routes } from "./routes";

const widths = [390, 820, 1440];

/** Every page of the table that a person sees, with data; the same pages empty where the office has nothing yet. */
for (const person of ["facilitator", "director", "provider"] as const) {
  for (const isEmpty of [true, false]) {
    test(`axe finds nothing on the pages of the ${person}, ${isEmpty ? "empty" : "with data"}`, async ({ as, world }) => {
      test.setTimeout(240_000);
      const [provider, other] = world.providers;
      if (!provider || !other) throw new Error("two providers");
      if (!isEmpty)
        makeSession(world.people.facilitator, world.office, {
          providers: [provider.id, other.id],
          nextStep: "Répondre aux avis",
        });
      const one = (sql: string) => String(sqlite().prepare(sql).pluck().get(provider.id) ?? "");
      const ids = {
        provider: provider.id,
        other: other.id,
        session: one("SELECT session_id FROM session_participants WHERE provider_id = ?"),
        action: one("SELECT id FROM actions WHERE provider_id = ?"),
        plan: one("SELECT plan_id FROM actions WHERE provider_id = ?"),
        user: world.people.facilitator.userId,
        membership: String(
          sqlite().prepare("SELECT id FROM memberships WHERE user_id = ?").pluck().get(world.people.facilitator.userId),
        ),
        sheet: "repondre-a-un-avis",
      };
      const page = await as(person, { dark: isEmpty });
      const findings: string[] = [];
      for (const [place, path] of pagesOf(person, ids).entries()) {
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

function pagesOf(person: Person, ids: Parameters<(typeof routes)[string]["path"]>[0]): string[] {
  const isShown = ([name, route]: [string, (typeof routes)[string]]) =>
    route.may.includes(person) && !route.isPost && !/export|search|people$/.test(name);
  return Object.entries(routes)
    .filter(isShown)
    .map(([, route]) => route.path(ids))
    .filter((path) => !path.includes("//") && !path.endsWith("/"));
}
