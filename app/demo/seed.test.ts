import { afterEach, expect, it } from "vitest";
import { sqlite } from "~/db/client.server";
import { checkFigures } from "~/features/figures/rebuild.server";
import { setClock } from "~/lib/clock";
import { setIdSource } from "~/lib/ids";
import { openTestDatabase } from "~/testing/database";
import { seedTerritory } from "./territory.server";

openTestDatabase();
afterEach(() => {
  setClock(undefined);
  setIdSource(undefined);
});

const count = (table: string) => Number(sqlite().prepare(`SELECT count(*) FROM ${table}`).pluck().get());

it("fills two offices with providers, sessions and exact figures", () => {
  sqlite()
    .transaction(() => seedTerritory({ today: "2026-11-23", passwordHash: "x" }))
    .immediate();
  expect(count("providers")).toBeGreaterThanOrEqual(300);
  expect(count("coaching_sessions")).toBeGreaterThan(900);
  expect(count("actions")).toBeGreaterThan(200);
  expect(checkFigures(sqlite())).toEqual([]);
});
