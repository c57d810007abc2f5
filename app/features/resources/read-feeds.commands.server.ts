import { and, asc, eq, isNull, sql } from "drizzle-orm";
import { db } from "~/db/client.server";
import { watchFeeds } from "~/db/schema/resources.server";
import { now } from "~/lib/clock";
import { addDays, dayIn } from "~/lib/dates";
import { type SafeAnswer, SafeFetchError, safeFetch } from "~/lib/safe-fetch.server";
import { XmlError } from "~/lib/xml";
import { type FeedEntry, readFeed } from "./feed.model";
import { proposeEntries } from "./watch.commands.server";

const hourMs = 3_600_000;
/** A feed is read four times a day; one that fails is asked less and less, down to once a week. */
const everyMs = 6 * hourMs;
const seldomMs = 7 * 24 * hourMs;
const feedsOfRun = 25;
/** What is older is no news, days. */
const daysOfNews = 90;
const limits = { maxBytes: 3_000_000, timeoutMs: 15_000 };

interface ReadOptions {
  /** For tests alone: hosts that may stand on this machine. */
  testHosts?: readonly string[];
}
type Feed = typeof watchFeeds.$inferSelect;

/** Reads the feeds that are due, one after the other; a feed that fails says why on its page and stops no other. Returns how many news were proposed. */
export async function readDueFeeds(options: ReadOptions = {}): Promise<number> {
  let proposed = 0;
  for (const feed of listDue()) proposed += await readOne(feed, options);
  return proposed;
}

function listDue(): Feed[] {
  const wait = sql`min(${seldomMs}, ${everyMs} * (1 << min(${watchFeeds.failures}, 6)))`;
  return db()
    .select()
    .from(watchFeeds)
    .where(and(isNull(watchFeeds.endedAt), sql`coalesce(${watchFeeds.readAt}, 0) + ${wait} <= ${now()}`))
    .orderBy(asc(sql`coalesce(${watchFeeds.readAt}, 0)`))
    .limit(feedsOfRun)
    .all();
}

async function readOne(feed: Feed, { testHosts = [] }: ReadOptions): Promise<number> {
  try {
    const answer = await safeFetch(feed.url, { ...limits, headers: conditionsOf(feed), testHosts });
    if (answer.status === 304) return wellRead(feed, {});
    const entries = entriesOf(answer);
    const added = proposeEntries(feed, entries);
    wellRead(feed, markOf(answer));
    return added;
  } catch (error) {
    const why = reasonOf(error);
    if (why === undefined) throw error;
    db()
      .update(watchFeeds)
      .set({ readAt: now(), error: why, failures: feed.failures + 1 })
      .where(eq(watchFeeds.id, feed.id))
      .run();
    return 0;
  }
}

function wellRead(feed: Feed, said: Partial<Pick<Feed, "etag" | "lastModified">>): number {
  db()
    .update(watchFeeds)
    .set({ readAt: now(), error: null, failures: 0, ...said })
    .where(eq(watchFeeds.id, feed.id))
    .run();
  return 0;
}

/** What the server says of this answer, to be sent back. */
const markOf = ({ headers }: SafeAnswer) => ({
  etag: headers.etag?.slice(0, 300) ?? null,
  lastModified: headers["last-modified"]?.slice(0, 100) ?? null,
});

const conditionsOf = ({ etag, lastModified }: Feed): Record<string, string> => ({
  accept: "application/atom+xml, application/rss+xml, application/xml;q=0.9, text/xml;q=0.8",
  ...(etag ? { "if-none-match": etag } : {}),
  ...(lastModified ? { "if-modified-since": lastModified } : {}),
});

class FeedError extends Error {}

/** What a feed's answer says that is still news. Throws FeedError, XmlError. */
function entriesOf(answer: SafeAnswer): FeedEntry[] {
  if (answer.status !== 200) throw new FeedError(answer.status === 404 || answer.status === 410 ? "gone" : "status");
  if (answer.isCut) throw new FeedError("large");
  const since = addDays(dayIn("Europe/Paris", now()), -daysOfNews);
  const { title, entries } = readFeed(textOf(answer));
  if (title === "" && entries.length === 0) throw new FeedError("notFeed");
  return entries.filter(({ publishedOn }) => publishedOn === undefined || publishedOn >= since);
}

/** The text in the alphabet that its headers or its first line name; UTF-8 where none is known. */
function textOf({ headers, body }: SafeAnswer): string {
  const declared = /<\?xml[^>]*encoding=["']([\w-]+)/i.exec(body.subarray(0, 200).toString("latin1"))?.[1];
  const label = /charset=["']?([\w-]+)/i.exec(headers["content-type"] ?? "")?.[1] ?? declared ?? "utf-8";
  try {
    return new TextDecoder(label).decode(body);
  } catch {
    return body.toString("utf8");
  }
}

/** A word of the texts for what went wrong; undefined for what is no fault of the feed. */
function reasonOf(error: unknown): string | undefined {
  if (error instanceof FeedError) return error.message;
  if (error instanceof XmlError) return "notFeed";
  return error instanceof SafeFetchError ? error.reason : undefined;
}
