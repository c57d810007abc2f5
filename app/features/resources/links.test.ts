import { createServer, type RequestListener, type Server } from "node:http";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { authorize } from "~/access/authorized";
import { sqlite } from "~/db/client.server";
import { setClock } from "~/lib/clock";
import { openTestDatabase } from "~/testing/database";
import { makeResource } from "~/testing/factories/resource";
import { makeMember, makeOrganisation } from "~/testing/factories/world";
import { checkDueLinks, runLimits } from "./check-links.commands.server";
import { correctResource, deleteResource } from "./commands.server";
import { resourceSchema } from "./form";
import { addressesIn, isSamePlace, type LinkState, type Outcome, verdictOf } from "./links.model";
import { listLinksToMend } from "./links.queries.server";
import { getResource } from "./queries.server";
import { mayRead } from "./robots.model";

openTestDatabase({ at: "2026-11-24T10:00:00Z" });
const dayMs = 86_400_000;
const start = Date.parse("2026-11-24T10:00:00Z");
let asked: string[] = [];
let server: Server;
let host = "";
let answer: RequestListener = (_, response) => response.end("ok");
beforeEach(async () => {
  asked = [];
  answer = (_, response) => response.end("ok");
  setClock(() => start);
  sqlite().prepare("DELETE FROM resource_links").run();
  server = createServer((request, response) => {
    asked.push(`${request.method} ${request.url}`);
    answer(request, response);
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const address = server.address();
  host = typeof address === "object" && address ? `127.0.0.1:${address.port}` : "";
});
afterEach(() => server.close().closeAllConnections());

const check = () => checkDueLinks({ testHosts: [host], pauseMs: 0 });
/** An office with one resource that names these paths of the test's site. */
function makeLinks(...paths: string[]) {
  const office = makeOrganisation();
  const facilitator = makeMember(office.id, "facilitator");
  const body = paths.map((path) => `[ici](http://${host}${path})`).join(" ");
  makeResource(facilitator, office, { body: `Voir ${body}.` });
  const states = () =>
    Object.fromEntries(
      listLinksToMend(facilitator).map(({ link }) => [new URL(link.url).pathname, `${link.state} ${link.answer}`]),
    );
  const of = (path: string) =>
    sqlite()
      .prepare("SELECT state, failures, answer, checked_at, moved_to FROM resource_links WHERE url = ?")
      .get(`http://${host}${path}`);
  return { office, facilitator, states, of };
}
const status =
  (code: number, headers: Record<string, string> = {}): RequestListener =>
  (request, response) =>
    response.writeHead(request.url === "/robots.txt" ? 404 : code, headers).end();

describe("the addresses of a resource", () => {
  it("are its own and those of its text, once each, without the full stop", () => {
    const body = "Voir [le site](https://a.example/x?y=1), https://b.example/z. Et <https://a.example/x?y=1>.";
    expect(addressesIn({ url: "https://c.example/", body })).toEqual([
      "https://c.example/",
      "https://a.example/x?y=1",
      "https://b.example/z",
    ]);
  });

  it.each([
    ["https://www.a.example/x/", "http://a.example/x", true],
    ["https://a.example/x", "https://a.example/y", false],
    ["https://a.example/x?a=1", "https://a.example/x", false],
  ])("%s and %s are one place: %s", (one, other, isSame) => expect(isSamePlace(one, other)).toBe(isSame));
});

describe("a verdict", () => {
  const known = (state: LinkState, failures: number) => ({ state, failures });
  const answered = (code: number, movedTo?: string): Outcome => ({ kind: "answered", status: code, movedTo });
  const silent = (reason: string): Outcome => ({ kind: "silent", reason });
  it.each([
    [known("unknown", 0), answered(200), "alive", 0],
    [known("alive", 0), answered(200, "https://b.example/"), "moved", 0],
    [known("alive", 0), answered(404), "alive", 1],
    [known("alive", 1), answered(410), "alive", 2],
    [known("alive", 2), answered(404), "dead", 3],
    [known("alive", 2), silent("name"), "dead", 3],
    [known("dead", 5), answered(200), "alive", 0],
    [known("alive", 2), answered(503), "alive", 2],
    [known("alive", 2), answered(403), "alive", 2],
    [known("unknown", 0), silent("timeout"), "unknown", 0],
    [known("unknown", 0), silent("robots"), "unknown", 0],
    [known("alive", 0), silent("private"), "alive", 0],
  ] as const)("of %j after %j is %s with %i failures", (...[before, outcome, state, failures]) => {
    expect(verdictOf(before, outcome)).toMatchObject({ state, failures });
  });
});

describe("robots", () => {
  const rules =
    "User-agent: *\nDisallow: /prive\nAllow: /prive/ouvert\n\nUser-agent: Balise\nUser-agent: Autre\nDisallow: /*.pdf$\n";
  it.each([
    ["Essai", "/prive/x", false],
    ["Essai", "/prive/ouvert", true],
    ["Essai", "/public", true],
    ["Balise", "/prive/x", true],
    ["Balise", "/guide.pdf", false],
    ["Balise", "/guide.pdf?x", true],
  ])("%s may read %s: %s", (agent, path, may) => expect(mayRead(rules, agent, path)).toBe(may));
  it("are open where nothing is said, closed by a bare slash", () => {
    expect(mayRead("", "Balise", "/")).toBe(true);
    expect(mayRead("User-agent: *\nDisallow:", "Balise", "/")).toBe(true);
    expect(mayRead("User-agent: *\nDisallow: /", "Balise", "/x")).toBe(false);
  });
});

describe("a check", () => {
  it("asks each address once a week, and not again before", async () => {
    const { of } = makeLinks("/guide");
    expect(await check()).toBe(1);
    expect(of("/guide")).toMatchObject({ state: "alive", answer: "200", checked_at: start });
    expect(asked).toEqual(["GET /robots.txt", "HEAD /guide"]);
    setClock(() => start + 6 * dayMs);
    expect(await check()).toBe(0);
    setClock(() => start + 7 * dayMs + 1);
    expect(await check()).toBe(1);
  });

  it("calls an address dead at the third day that it is gone, and alive again when it is back", async () => {
    const { of, states } = makeLinks("/parti", "/la");
    answer = (request, response) => response.writeHead(request.url === "/parti" ? 404 : 200).end();
    for (const [day, state] of [
      [0, "unknown"],
      [1, "unknown"],
      [2, "dead"],
    ] as const) {
      setClock(() => start + day * dayMs);
      await check();
      expect(of("/parti")).toMatchObject({ state, failures: day + 1 });
    }
    expect(asked.filter((one) => one === "HEAD /la")).toHaveLength(1);
    expect(states()).toEqual({ "/parti": "dead 404" });
    answer = (_, response) => response.end();
    setClock(() => start + 10 * dayMs);
    await check();
    expect(of("/parti")).toMatchObject({ state: "alive", failures: 0 });
    expect(states()).toEqual({});
  });

  it("asks by GET before it believes a refused HEAD", async () => {
    const { of } = makeLinks("/formulaire");
    answer = (request, response) => response.writeHead(request.method === "HEAD" ? 405 : 200).end();
    await check();
    expect(of("/formulaire")).toMatchObject({ state: "alive", failures: 0 });
  });

  it("tells a move for good from a detour", async () => {
    const { of } = makeLinks("/ancien", "/detour");
    answer = (request, response) => {
      if (request.url === "/ancien") return response.writeHead(301, { location: "/nouveau" }).end();
      if (request.url === "/detour") return response.writeHead(302, { location: "/ici" }).end();
      return response.end();
    };
    await check();
    expect(of("/ancien")).toMatchObject({ state: "moved", moved_to: `http://${host}/nouveau` });
    expect(of("/detour")).toMatchObject({ state: "alive", moved_to: null });
  });

  it("leaves alone what the site keeps from robots, and faults prove nothing", async () => {
    const { of, states } = makeLinks("/prive", "/panne");
    answer = (request, response) => {
      if (request.url === "/robots.txt") return response.end("User-agent: Balise\nDisallow: /prive");
      return response.writeHead(503).end();
    };
    await check();
    expect(asked).not.toContain("HEAD /prive");
    expect(of("/prive")).toMatchObject({ state: "unknown", answer: "robots" });
    expect(of("/panne")).toMatchObject({ state: "unknown", failures: 0, answer: "503" });
    expect(states()).toEqual({ "/panne": "unknown 503" });
  });

  it("learns nothing on a day when this server reaches nobody", async () => {
    const { of } = makeLinks("/guide");
    server.close().closeAllConnections();
    expect(await check()).toBe(0);
    expect(of("/guide")).toMatchObject({ state: "unknown", checked_at: null });
  });

  it("never asks an address of the inside, and asks few of one site at a time", async () => {
    const { of } = makeLinks("/1", "/2", "/3", "/4", "/5");
    expect(await check()).toBe(runLimits.ofOneSite);
    expect(await check()).toBe(2);
    const office = makeOrganisation();
    makeResource(makeMember(office.id, "facilitator"), office, { body: "http://169.254.169.254/latest" });
    await check();
    const inside = sqlite().prepare("SELECT state, answer FROM resource_links WHERE url LIKE '%169.254%'").get();
    expect(inside).toMatchObject({ state: "unknown" });
    expect(of("/5")).toMatchObject({ state: "alive" });
  });

  it("shows an office its own, and its desk none", async () => {
    const mine = makeLinks("/a");
    answer = status(404);
    await check();
    expect(mine.states()).toEqual({ "/a": "unknown 404" });
    const other = makeMember(makeOrganisation().id, "facilitator");
    expect(listLinksToMend(other)).toEqual([]);
    expect(listLinksToMend(makeMember(mine.office.id, "colleague"))).toEqual([]);
  });

  it("forgets an address that its resource names no more", () => {
    const office = makeOrganisation();
    const facilitator = makeMember(office.id, "facilitator");
    const { id, slug } = makeResource(facilitator, office, { body: "https://a.example/ et https://b.example/" });
    const held = () => sqlite().prepare("SELECT url FROM resource_links WHERE resource_id = ? ORDER BY url").pluck().all(id);
    expect(held()).toEqual(["https://a.example/", "https://b.example/"]);
    const resource = authorize(facilitator, "resource.edit", getResource(facilitator, slug));
    const given = { id, version: 1, kind: "sheet", title: "Le marché", theme: "content", body: "https://b.example/" };
    correctResource(facilitator, resource, resourceSchema.parse(given));
    expect(held()).toEqual(["https://b.example/"]);
    deleteResource(facilitator, resource);
    expect(held()).toEqual([]);
  });
});
