import { type SafeAnswer, SafeFetchError, safeFetch } from "~/lib/safe-fetch.server";
import { isSamePlace, type Outcome } from "./links.model";
import { mayRead } from "./robots.model";

/** How this server names itself to the sites that it asks. */
const agent = "Balise";
const limits = { maxBytes: 30_000, timeoutMs: 10_000 };

export interface Asking {
  /** For tests alone: hosts that may stand on this machine. */
  testHosts?: readonly string[];
  /** What each site said of robots, kept for a run. */
  robots: Map<string, Promise<string>>;
}

/** Asks one address whether it stands: robots.txt first, HEAD, then GET where HEAD says nothing sure. Never throws. */
export async function askLink(url: string, asking: Asking): Promise<Outcome> {
  try {
    if (!(await isAllowed(url, asking))) return { kind: "silent", reason: "robots" };
    return await followed(url, asking);
  } catch (error) {
    if (error instanceof SafeFetchError) return { kind: "silent", reason: error.reason };
    throw error;
  }
}

async function isAllowed(url: string, asking: Asking): Promise<boolean> {
  const { origin, pathname, search } = new URL(url);
  const held = asking.robots.get(origin) ?? readRobots(origin, asking);
  asking.robots.set(origin, held);
  return mayRead(await held, agent, pathname + search);
}

/** A site whose robots.txt fails is left alone for now; one that has none is open (RFC 9309, 2.3.1). */
async function readRobots(origin: string, { testHosts = [] }: Asking): Promise<string> {
  try {
    const { status, body } = await safeFetch(`${origin}/robots.txt`, { ...limits, maxBytes: 100_000, testHosts });
    if (status >= 500) return "User-agent: *\nDisallow: /";
    return status < 300 ? body.toString("utf8") : "";
  } catch {
    return "";
  }
}

/** Each redirect in turn, so that one for good is told from a detour. */
async function followed(url: string, asking: Asking): Promise<Outcome> {
  let [address, isForGood] = [url, true];
  for (let hops = 0; hops <= 5; hops += 1) {
    const answer = await ask(address, asking);
    const next = nextOf(answer, address);
    if (!next) {
      const hasMoved = isForGood && hops > 0 && !isSamePlace(url, address);
      return { kind: "answered", status: answer.status, movedTo: hasMoved ? address : undefined };
    }
    isForGood &&= answer.status === 301 || answer.status === 308;
    address = next;
  }
  return { kind: "silent", reason: "redirects" };
}

async function ask(address: string, { testHosts = [] }: Asking): Promise<SafeAnswer> {
  const head = await safeFetch(address, { ...limits, method: "HEAD", maxRedirects: 0, testHosts });
  // Many sites answer HEAD with a fault, and some with 404.
  return head.status < 400 ? head : safeFetch(address, { ...limits, maxRedirects: 0, testHosts });
}

function nextOf(answer: SafeAnswer, from: string): string | undefined {
  const { location } = answer.headers;
  if (answer.status < 300 || answer.status >= 400 || !location || !URL.canParse(location, from)) return undefined;
  return new URL(location, from).href;
}
