import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { loadActor } from "~/auth/load-actor.server";
import { adoptConnection, closeDatabase, openDatabase, sqlite } from "~/db/client.server";
import { readDashboard, resolveDashboard } from "~/features/dashboards/queries.server";
import { setClock } from "~/lib/clock";
import { floorDashboard } from "./floor-dashboard";
import { figures } from "./floor-dashboard-sql";
import { seedFile } from "./seed";
import { idOf } from "./sizes";

const folder = mkdtempSync(join(tmpdir(), "balise-bench-"));
const today = "2026-11-24";

beforeAll(async () => {
  const path = join(folder, "floor.sqlite");
  await seedFile({ path, size: { name: "tiny", offices: 2, providers: 60, sessions: 600 }, today });
  adoptConnection(openDatabase(path));
  setClock(() => Date.parse(`${today}T10:00:00Z`));
});
afterAll(() => {
  setClock(undefined);
  closeDatabase();
  rmSync(folder, { recursive: true, force: true });
});

describe("the floor of the dashboard", () => {
  it("reads what the product reads", () => {
    const [actor, office] = [loadActor(idOf("user", 0)), idOf("organisation", 0)];
    if (!actor) throw new Error("the generated file lacks somebody");
    const data = readDashboard(actor, resolveDashboard(actor, {}));
    const found = floorDashboard(sqlite()).figures(office, today);
    const rowsOf = (word: string) => found[figures.findIndex((text) => text.includes(word))] as (number | string | null)[][];
    const sum = (rows: readonly (number | string | null)[][], column: number) =>
      rows.reduce((total, row) => total + Number(row[column] ?? 0), 0);
    const value = (id: string) => data.figures.find((one) => one.id === id)?.value;

    const coverage = rowsOf("before.provider_id");
    const product = data.coverage;
    const total = (key: "known" | "reached" | "reachedBefore" | "newProviders" | "again" | "never" | "longSince") =>
      product.reduce((all, row) => all + row[key], 0);
    const keys = ["known", "reached", "reachedBefore", "newProviders", "again", "never", "longSince"] as const;
    expect(keys.map((_, place) => sum(coverage, place + 3))).toEqual(keys.map(total));
    expect(coverage).toHaveLength(product.length);
    expect(sum(rowsOf("count(DISTINCT e.id)"), 0)).toBe(value("establishments"));
    const plans = rowsOf("@fromAtBefore")[0] ?? [];
    const planKeys = ["actionsCreated", "actionsDone", "actionsOpen", "actionsLate"] as const;
    expect(plans.slice(0, 4)).toEqual(planKeys.map(value));
    expect(sum(rowsOf("theme, channel"), 2)).toBe(data.totals.sessions);
    const [before, [counts]] = [found.at(-3), [found.at(-2)]] as [number[][], [number[][]]];
    const isCoaching = (row: readonly unknown[], place: number) => row[place] !== "other_work";
    const earlier =
      sum(
        before.filter((row) => isCoaching(row, 1)),
        2,
      ) +
      sum(
        counts.filter((row) => isCoaching(row, 0)),
        1,
      );
    expect(earlier).toBe(data.totalsBefore.sessions);
  });
});
