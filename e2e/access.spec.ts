import { readdirSync } from "node:fs";
import { type APIRequestContext, request } from "@playwright/test";
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

for (const person of people) {
  test(`each route opens for the ${person} as the table says, and never in another office`, async ({ world }) => {
    test.setTimeout(120_000);
    const ids = readIds(world);
    const mine = await signedIn(world, person);
    const theirs = await signedIn(makeWorld(), person);
    const wrong: string[] = [];
    for (const [name, route] of Object.entries(routes)) {
      const problem = route.isPost ? await askPost(theirs, route.path(ids)) : await askPage(mine, route, { ids, person });
      if (problem) wrong.push(`${name}: ${problem}`);
      const leak = route.isRow && person !== "administrator" ? await askElsewhere(theirs, route.path(ids)) : undefined;
      if (leak) wrong.push(`${name} elsewhere: ${leak}`);
    }
    expect(wrong).toEqual([]);
  });
}

async function askPage(mine: APIRequestContext, route: (typeof routes)[string], asked: { ids: Ids; person: Person }) {
  const status = (await mine.get(route.path(asked.ids), { maxRedirects: 0 })).status();
  const isRight = status < 500 && (status === 200) === route.may.includes(asked.person);
  return isRight ? undefined : `answers ${status}`;
}

async function askPost(theirs: APIRequestContext, path: string) {
  const answer = await theirs.post(path, { maxRedirects: 0, headers: { origin: e2e.url }, form: {} });
  return answer.status() >= 400 && answer.status() < 500 ? undefined : `a stranger's post answers ${answer.status()}`;
}

async function askElsewhere(theirs: APIRequestContext, path: string) {
  const status = (await theirs.get(path, { maxRedirects: 0 })).status();
  return status === 404 || status === 403 ? undefined : `answers ${status}`;
}

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
