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

test("an address without a page answers a browser with one, in the reader's language, and a program barely", async ({
  world,
}) => {
  const ids = readIds(world);
  const mine = await signedIn(world, "facilitator");
  const browser = { maxRedirects: 0, headers: { accept: "text/html,*/*;q=0.8", "accept-language": "en" } };
  const opened: string[] = [];
  const bare: string[] = [];
  for (const [name, route] of Object.entries(routes).filter(([, one]) => one.isPost)) {
    const answer = await mine.get(route.path(ids), browser);
    if (answer.status() !== 405) continue;
    opened.push(name);
    const isPage = (await answer.text()).includes('<h1 class="text-xl">Cette adresse ne s’ouvre pas seule</h1>');
    if (!isPage || answer.headers().allow !== "POST") bare.push(name);
  }
  expect(bare).toEqual([]);
  expect(opened.length).toBeGreaterThan(25);
  const stranger = await request.newContext({ baseURL: e2e.url });
  const foreign = await stranger.get(`/workshops/${ids.workshop}/state`, browser);
  expect(await foreign.text()).toContain('<html lang="en">');
  expect(await foreign.text()).toContain("<title>This address does not open by itself · Balise</title>");
  expect(await (await stranger.get("/nulle-part", browser)).text()).toContain("<title>Page not found · Balise</title>");
  const lost = await mine.get("/files/0190a0a0-0000-7000-8000-000000000000", browser);
  expect([lost.status(), lost.headers()["content-type"]]).toEqual([404, "text/html; charset=utf-8"]);
  const program = await mine.get(`/workshops/${ids.workshop}/state`, { headers: { accept: "application/json" } });
  expect([program.status(), await program.text()]).toEqual([405, ""]);
});

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
