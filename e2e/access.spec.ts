import { readdirSync } from "node:fs";
import { request } from "@playwright/test";
import { lucia } from "~/auth/lucia.server";
import { sqlite } from "~/db/client.server";
import { makeSession } from "~/testing/factories/session";
import { expect, makeWorld, type Person, test, type World } from "./fixtures";
import { type Ids, openRoutes, routes } from "./routes";
import { e2e } from "./settings";

const people: readonly Person[] = ["facilitator", "director", "colleague", "provider", "coordinator", "administrator"];

test("the table of access knows every route", () => {
  const folders = readdirSync("app/routes").sort();
  expect([...Object.keys(routes), ...openRoutes].filter((name) => folders.includes(name)).sort()).toEqual(folders);
});

test("each route opens for those the table names, and for nobody of another office", async ({ world }) => {
  test.setTimeout(120_000);
  const ids = readIds(world);
  const stranger = makeWorld();
  const wrong: string[] = [];
  for (const person of people) {
    const mine = await signedIn(world, person);
    const theirs = await signedIn(stranger, person);
    for (const [name, route] of Object.entries(routes)) {
      if (route.isPost) {
        const answer = await theirs.post(route.path(ids), { maxRedirects: 0, headers: { origin: e2e.url }, form: {} });
        if (answer.status() < 400 && !answer.headers().location?.startsWith("/login"))
          wrong.push(`${name}: ${person} elsewhere posts ${answer.status()}`);
        continue;
      }
      const answer = await mine.get(route.path(ids), { maxRedirects: 0 });
      const isOpen = answer.status() === 200;
      if (isOpen !== route.may.includes(person)) wrong.push(`${name}: ${person} gets ${answer.status()}`);
      if (answer.status() >= 500) wrong.push(`${name}: ${person} breaks it`);
      if (!route.isRow) continue;
      const elsewhere = (await theirs.get(route.path(ids), { maxRedirects: 0 })).status();
      if (elsewhere !== 404 && elsewhere !== 403 && person !== "administrator")
        wrong.push(`${name}: ${person} elsewhere gets ${elsewhere}`);
    }
    await mine.dispose();
    await theirs.dispose();
  }
  expect(wrong).toEqual([]);
});

async function signedIn(world: World, person: Person) {
  const at = Date.now();
  const session = await lucia().createSession(world.people[person].userId, { createdAt: at, lastSeenAt: at, device: "Essai" });
  return request.newContext({ baseURL: e2e.url, extraHTTPHeaders: { cookie: `balise=${session.id}` } });
}

function readIds(world: World): Ids {
  const [provider, other] = world.providers;
  if (!provider || !other) throw new Error("two providers");
  const session = makeSession(world.people.facilitator, world.office, {
    providers: [provider.id],
    nextStep: "Répondre aux avis",
  });
  const one = (sql: string, id: string) => String(sqlite().prepare(sql).pluck().get(id));
  return {
    provider: provider.id,
    other: other.id,
    session,
    action: one("SELECT id FROM actions WHERE provider_id = ?", provider.id),
    plan: one("SELECT plan_id FROM actions WHERE provider_id = ?", provider.id),
    user: world.people.facilitator.userId,
    membership: one("SELECT id FROM memberships WHERE user_id = ?", world.people.facilitator.userId),
    sheet: "repondre-a-un-avis",
  };
}
