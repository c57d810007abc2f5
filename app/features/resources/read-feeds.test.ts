import { createServer, type RequestListener, type Server } from "node:http";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { authorize } from "~/access/authorized";
import { sqlite } from "~/db/client.server";
import { setClock } from "~/lib/clock";
import { NotFoundError } from "~/lib/errors";
import { newId } from "~/lib/ids";
import { openTestDatabase } from "~/testing/database";
import { makeNews } from "~/testing/factories/resource";
import { makeMember, makeOrganisation } from "~/testing/factories/world";
import { readDueFeeds } from "./read-feeds.commands.server";
import { followFeed, keepWatchItem, leaveFeed, leaveWatchItem } from "./watch.commands.server";
import { watchFeedSchema } from "./watch.form";
import { getFeed, getWatchItem, listFeeds, listProposals, listWatch } from "./watch.queries.server";

openTestDatabase({ at: "2026-11-24T10:00:00Z" });
const start = Date.parse("2026-11-24T10:00:00Z");
const hourMs = 3_600_000;
let server: Server;
let host = "";
let asked: (string | undefined)[] = [];
let answer: RequestListener = () => undefined;
beforeEach(async () => {
  asked = [];
  setClock(() => start);
  sqlite().prepare("UPDATE watch_feeds SET ended_at = 1").run();
  server = createServer((request, response) => {
    asked.push(request.headers["if-none-match"]);
    answer(request, response);
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const address = server.address();
  host = typeof address === "object" && address ? `127.0.0.1:${address.port}` : "";
});
afterEach(() => server.close().closeAllConnections());

const entry = (name: string, day = "2026-11-20") =>
  `<item><title>${name}</title><link>https://veille.example/${name}</link><guid>${name}</guid><pubDate>${day}</pubDate></item>`;
const rss = (...entries: string[]) => `<?xml version="1.0"?><rss><channel><title>Fil</title>${entries.join("")}</channel></rss>`;
const feedOf =
  (body: string | Buffer, headers: Record<string, string> = {}): RequestListener =>
  (_, response) =>
    response.writeHead(200, { "content-type": "application/rss+xml", ...headers }).end(body);

function setUp(path = "/fil") {
  const office = makeOrganisation();
  const facilitator = makeMember(office.id, "facilitator");
  const follow = (at: string) => {
    const given = { id: newId(), url: "https://veille.example/fil", title: "Observatoire", theme: "visibility" };
    followFeed(facilitator, authorize(facilitator, "watch.keep", office), watchFeedSchema.parse(given));
    sqlite().prepare("UPDATE watch_feeds SET url = ? WHERE id = ?").run(`http://${host}${at}`, given.id);
    return given.id;
  };
  const feedId = follow(path);
  const feed = () => getFeed(facilitator, feedId);
  const titles = () => listProposals(facilitator).map((item) => item.title);
  return { office, facilitator, follow, feedId, feed, titles };
}
const read = () => readDueFeeds({ testHosts: [host] });

describe("a feed that is followed", () => {
  it("proposes its news once, and shows colleagues none before one is kept", async () => {
    const { office, facilitator, titles } = setUp();
    const colleague = makeMember(office.id, "colleague");
    answer = feedOf(rss(entry("carte"), entry("ouverture")));
    expect(await read()).toBe(2);
    setClock(() => start + 7 * hourMs);
    expect(await read()).toBe(0);
    expect(titles().sort()).toEqual(["carte", "ouverture"]);
    expect(listWatch(colleague, {}).rows).toEqual([]);
    expect(listProposals(colleague)).toEqual([]);
    const [first, second] = listProposals(facilitator);
    const item = authorize(facilitator, "watch.keep", getWatchItem(facilitator, first?.id ?? ""));
    const { url, title, publishedOn, version } = item;
    keepWatchItem(facilitator, item, {
      ...{ id: item.id, url, title, summary: "", publishedOn, version, forKinds: [], theme: "visibility" },
      why: "Nos plages y sont.",
    });
    leaveWatchItem(facilitator, authorize(facilitator, "watch.keep", getWatchItem(facilitator, second?.id ?? "")));
    expect(listWatch(colleague, {}).rows.map((row) => row.why)).toEqual(["Nos plages y sont."]);
    setClock(() => start + 14 * hourMs);
    expect(await read()).toBe(0);
    expect(titles()).toEqual([]);
  });

  it("tells the server what it holds, and reads nothing twice", async () => {
    const { feed } = setUp();
    answer = feedOf(rss(entry("carte")), { etag: '"a1"', "last-modified": "Tue, 24 Nov 2026 09:00:00 GMT" });
    await read();
    expect(feed()).toMatchObject({ etag: '"a1"', lastModified: "Tue, 24 Nov 2026 09:00:00 GMT", readAt: start });
    answer = (_, response) => response.writeHead(304).end();
    setClock(() => start + 7 * hourMs);
    expect(await read()).toBe(0);
    expect(asked).toEqual([undefined, '"a1"']);
    expect(feed()).toMatchObject({ error: null, failures: 0, readAt: start + 7 * hourMs, etag: '"a1"' });
  });

  it("proposes once what two feeds or a colleague told already, and nothing old", async () => {
    const { office, facilitator, follow, titles } = setUp("/un");
    follow("/deux");
    makeNews(facilitator, office, { url: "https://veille.example/connue" });
    answer = feedOf(rss(entry("carte"), entry("connue"), entry("vieille", "2026-05-01")));
    expect(await read()).toBe(1);
    expect(titles()).toEqual(["carte"]);
  });

  it("is read in the alphabet that it names", async () => {
    const { titles } = setUp();
    const body = rss(entry("été")).replace('"1.0"', '"1.0" encoding="ISO-8859-1"');
    answer = feedOf(Buffer.from(body, "latin1"));
    await read();
    expect(titles()).toEqual(["été"]);
  });

  it.each([
    ["gone", (_, response) => response.writeHead(404).end()],
    ["status", (_, response) => response.writeHead(500).end()],
    ["notFeed", (_, response) => response.end("<html><body>Bonjour</body></html>")],
    ["notFeed", (_, response) => response.end('<!DOCTYPE x [<!ENTITY a "b">]><rss/>')],
    ["large", (_, response) => response.end(Buffer.alloc(3_000_001, 32))],
  ] satisfies [string, RequestListener][])("says %s when it fails, and is asked less and less", async (error, failing) => {
    const { feed } = setUp();
    answer = failing;
    expect(await read()).toBe(0);
    expect(feed()).toMatchObject({ error, failures: 1 });
    setClock(() => start + 7 * hourMs);
    await read();
    expect(feed().failures).toBe(1);
    setClock(() => start + 13 * hourMs);
    await read();
    expect(feed().failures).toBe(2);
    answer = feedOf(rss(entry("revenue")));
    setClock(() => start + 60 * hourMs);
    expect(await read()).toBe(1);
    expect(feed()).toMatchObject({ error: null, failures: 0 });
  });

  it("never leads inside, stops no other, and is left for good", async () => {
    const { facilitator, feed, follow, feedId } = setUp();
    const inside = follow("/x");
    sqlite().prepare("UPDATE watch_feeds SET url = 'http://169.254.169.254/latest' WHERE id = ?").run(inside);
    answer = feedOf(rss(entry("carte")));
    expect(await read()).toBe(1);
    expect(getFeed(facilitator, inside).error).toBe("private");
    leaveFeed(facilitator, authorize(facilitator, "watch.keep", feed()));
    expect(listFeeds(facilitator).map((one) => one.id)).toEqual([inside]);
    expect(() => getFeed(facilitator, feedId)).toThrow(NotFoundError);
    const stranger = makeMember(makeOrganisation().id, "facilitator");
    expect(() => getFeed(stranger, inside)).toThrow(NotFoundError);
    expect(listProposals(stranger)).toEqual([]);
  });
});
