import { Agent, fetch, type Response } from "undici";
import { isPublicAddress, literalAddress, lookupPublic, PrivateAddressError } from "./public-address.server";

export type SafeFetchOptions = {
  /** Bytes of the answer that are read, after decompression; the rest is left. */
  maxBytes: number;
  /** For the whole exchange, redirects and body included. */
  timeoutMs: number;
  method?: "GET" | "HEAD" | "POST";
  body?: string;
  headers?: Record<string, string>;
  /** 5 for GET and HEAD, 0 for POST; at 0 a redirect is the answer. */
  maxRedirects?: number;
  isHttpsOnly?: boolean;
  /** For tests alone: `127.0.0.1:PORT` of servers that are let through, over http too. */
  testHosts?: readonly string[];
};

export type SafeAnswer = {
  status: number;
  /** The address that answered, after redirects. */
  url: string;
  /** Names in lower case. */
  headers: Record<string, string>;
  body: Buffer;
  /** The answer went on beyond `maxBytes`. */
  isCut: boolean;
};

export const safeFetchReasons = ["address", "scheme", "port", "private", "name", "redirects", "timeout", "network"] as const;
/** Why nothing was read: `address` not one, `private` not public, `name` unknown to DNS. */
export type SafeFetchReason = (typeof safeFetchReasons)[number];

export class SafeFetchError extends Error {
  constructor(
    readonly reason: SafeFetchReason,
    options?: ErrorOptions,
  ) {
    super(`not fetched: ${reason}`, options);
  }
}

/**
 * The only way this server reads an address that somebody typed (design 3.4, ASVS 1.3.6): http and https on their
 * own ports, public addresses alone, each redirect checked again. Throws SafeFetchError; any status is an answer.
 */
export async function safeFetch(address: string, options: SafeFetchOptions): Promise<SafeAnswer> {
  const agent = new Agent({ connect: { lookup: lookupPublic } });
  try {
    return await follow(address, { ...options, agent, signal: AbortSignal.timeout(options.timeoutMs) });
  } catch (error) {
    throw error instanceof SafeFetchError ? error : new SafeFetchError(reasonOf(error), { cause: error });
  } finally {
    await agent.destroy();
  }
}

/** Why an address would be refused before anything is looked up; undefined when it may be tried. */
export function refusalOf(
  address: string,
  options: Pick<SafeFetchOptions, "isHttpsOnly" | "testHosts"> = {},
): SafeFetchReason | undefined {
  if (!URL.canParse(address)) return "address";
  const url = new URL(address);
  if (url.username || url.password) return "address";
  return options.testHosts?.includes(url.host) ? undefined : refusalOfPlace(url, options.isHttpsOnly);
}

function refusalOfPlace(url: URL, isHttpsOnly = false): SafeFetchReason | undefined {
  if (url.protocol !== "https:" && (isHttpsOnly || url.protocol !== "http:")) return "scheme";
  // A scheme's own port reads as none.
  if (url.port !== "") return "port";
  const literal = literalAddress(url);
  return literal !== undefined && !isPublicAddress(literal) ? "private" : undefined;
}

type Exchange = SafeFetchOptions & { agent: Agent; signal: AbortSignal };

async function follow(first: string, exchange: Exchange): Promise<SafeAnswer> {
  const most = exchange.maxRedirects ?? (exchange.method === "POST" ? 0 : 5);
  let address = first;
  for (let followed = 0; followed <= most; followed++) {
    const response = await ask(address, exchange);
    const next = most === 0 ? undefined : nextAddress(response, address);
    if (!next) return readAnswer(response, address, exchange.maxBytes);
    await response.body?.cancel();
    address = next;
  }
  throw new SafeFetchError("redirects");
}

async function ask(address: string, exchange: Exchange): Promise<Response> {
  const refusal = refusalOf(address, exchange);
  if (refusal) throw new SafeFetchError(refusal);
  return fetch(address, {
    method: exchange.method ?? "GET",
    body: exchange.body ?? null,
    headers: { "user-agent": "Balise", ...exchange.headers },
    redirect: "manual",
    signal: exchange.signal,
    dispatcher: exchange.agent,
  });
}

function nextAddress(response: Response, from: string): string | undefined {
  const location = response.headers.get("location");
  if (response.status < 300 || response.status >= 400 || location === null) return undefined;
  if (!URL.canParse(location, from)) throw new SafeFetchError("address");
  return new URL(location, from).href;
}

async function readAnswer(response: Response, url: string, maxBytes: number): Promise<SafeAnswer> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of response.body ?? []) {
    chunks.push(chunk);
    size += chunk.byteLength;
    // Leaving the loop cancels what is still to come.
    if (size > maxBytes) break;
  }
  return {
    status: response.status,
    url,
    headers: Object.fromEntries(response.headers),
    body: Buffer.concat(chunks).subarray(0, maxBytes),
    isCut: size > maxBytes,
  };
}

/** undici wraps what went wrong in a TypeError's cause, sometimes twice. */
function reasonOf(error: unknown): SafeFetchReason {
  for (let each = error; each instanceof Error; each = each.cause) {
    if (each instanceof PrivateAddressError) return "private";
    if (each.name === "TimeoutError") return "timeout";
    if ("code" in each && (each.code === "ENOTFOUND" || each.code === "EAI_AGAIN")) return "name";
  }
  return "network";
}
