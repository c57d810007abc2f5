import { readdirSync } from "node:fs";
import { type APIRequestContext, request } from "@playwright/test";
import { lucia } from "~/auth/lucia.server";
import { expect, makeWorld, type Person, test, type World } from "./fixtures";
import { readIds } from "./ids";
import type { Ids } from "./known-ids";
import { openRoutes, routes } from "./routes";
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
      const problem = route.isPost ? undefined : await askPage(mine, route, { ids, person });
      if (problem) wrong.push(`${name}: ${problem}`);
      const leak = person === "administrator" ? undefined : await askElsewhere(theirs, route, ids);
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

/** What another office's person gets; the administrator of the installation has no other office. */
async function askElsewhere(theirs: APIRequestContext, route: (typeof routes)[string], ids: Ids) {
  if (route.isOwn || !(route.isPost || route.isRow)) return undefined;
  const options = { maxRedirects: 0, headers: { origin: e2e.url } };
  const path = route.path(ids);
  const answer = route.isPost ? await theirs.post(path, { ...options, form: {} }) : await theirs.get(path, options);
  return answer.status() >= 400 && answer.status() < 500 ? undefined : `answers ${answer.status()}`;
}

async function signedIn(world: World, person: Person) {
  const at = Date.now();
  const session = await lucia().createSession(world.people[person].userId, { createdAt: at, lastSeenAt: at, device: "Essai" });
  return request.newContext({ baseURL: e2e.url, extraHTTPHeaders: { cookie: `balise=${session.id}` } });
}
