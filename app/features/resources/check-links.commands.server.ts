import { setTimeout as wait } from "node:timers/promises";
import { and, asc, gt, isNull, lt, or, sql } from "drizzle-orm";
import { db } from "~/db/client.server";
import { resourceLinks } from "~/db/schema/resources.server";
import { now } from "~/lib/clock";
import { type Asking, askLink } from "./ask-link.server";
import { noteOutcome } from "./links.commands.server";
import { askedAgainAfter, failuresOfDead, type Outcome } from "./links.model";

/** What one run asks at most: sites are not hurried, and nobody waits for it. */
export const runLimits = { addresses: 40, ofOneSite: 3, runMs: 4 * 60_000 } as const;

interface CheckOptions {
  testHosts?: readonly string[];
  /** Between two addresses of one site, milliseconds. */
  pauseMs?: number;
}

/** Asks the addresses that are due, and notes what they answered; returns how many were asked. */
export async function checkDueLinks({ testHosts = [], pauseMs = 2000 }: CheckOptions = {}): Promise<number> {
  const asking: Asking = { testHosts, robots: new Map() };
  const asked = new Map<string, Outcome>();
  const sites = new Set<string>();
  const until = Date.now() + runLimits.runMs;
  for (const url of listDue()) {
    if (Date.now() > until) break;
    const { host } = new URL(url);
    if (sites.has(host)) await wait(pauseMs);
    sites.add(host);
    asked.set(url, await askLink(url, asking));
  }
  if (isCutOff([...asked.values()])) return 0;
  for (const [url, outcome] of asked) noteOutcome(url, outcome);
  return asked.size;
}

/** When no site at all was reached, it is this server that is cut off: nothing is learnt of the addresses. */
const isCutOff = (outcomes: readonly Outcome[]): boolean =>
  outcomes.every((one) => one.kind === "silent" && ["name", "network", "timeout"].includes(one.reason));

/** The addresses to ask, those never asked first, a few of each site. */
function listDue(): string[] {
  const at = now();
  const inDoubt = and(gt(resourceLinks.failures, 0), lt(resourceLinks.failures, failuresOfDead));
  const due = or(
    isNull(resourceLinks.checkedAt),
    lt(resourceLinks.checkedAt, at - askedAgainAfter.usual),
    and(inDoubt, lt(resourceLinks.checkedAt, at - askedAgainAfter.doubt)),
  );
  const rows = db()
    .select({ url: resourceLinks.url, first: sql<number>`min(coalesce(${resourceLinks.checkedAt}, 0))`.as("first") })
    .from(resourceLinks)
    .where(due)
    .groupBy(resourceLinks.url)
    .orderBy(asc(sql`first`), asc(resourceLinks.url))
    .limit(1000)
    .all();
  return ofEachSite(rows.map((row) => row.url));
}

function ofEachSite(urls: readonly string[]): string[] {
  const counts = new Map<string, number>();
  const chosen = urls.filter((url) => {
    const { host } = new URL(url);
    const count = (counts.get(host) ?? 0) + 1;
    counts.set(host, count);
    return count <= runLimits.ofOneSite;
  });
  return chosen.slice(0, runLimits.addresses);
}
