import { createHash } from "node:crypto";
import type { Actor } from "~/access/actor";
import { type Allowance, countAttempt, isLimited, spend } from "~/auth/limits.server";
import { NotFoundError } from "~/lib/errors";
import { findEndpoint } from "./endpoints.server";
import { findKeyActor } from "./key-actor.server";
import { describeApi } from "./openapi.server";
import { ProblemError, problemResponse } from "./problem.server";

interface Asked {
  request: Request;
  /** Below `/api/v1/`. */
  path: string;
  address: string;
  /** Told of what should not happen. */
  noteFault: (error: unknown) => void;
}

/** The answer to one question of a program: its key, its pace, its scope, then the rows; refusals as problem documents. */
export async function answerApi(asked: Asked): Promise<Response> {
  const headers = new Headers({ Vary: "Authorization" });
  try {
    if (asked.path === "openapi.json") return answerWith(asked.request, describeApi(), headers);
    const actor = await findCaller(asked);
    notePace(headers, await spend("api", actor.userId));
    return answerWith(asked.request, readAsked(actor, asked), headers);
  } catch (error) {
    if (error instanceof ProblemError) return problemResponse(error.problem, error.detail, headers);
    if (error instanceof NotFoundError)
      return problemResponse("unknown", "Nothing of this organisation has this address.", headers);
    asked.noteFault(error);
    return problemResponse("fault", "Our fault, noted; ask again later.", headers);
  }
}

function readAsked(actor: Actor, { request, path }: Asked): unknown {
  const found = findEndpoint(path);
  if (!found) throw new ProblemError("unknown", "No such address: see /api/v1/openapi.json.");
  return found.endpoint.ask(actor, { id: found.id, search: new URL(request.url).searchParams });
}

/** Keys that are tried out are slowed down by address, before anything is looked up. */
async function findCaller({ request, address }: Asked): Promise<Actor> {
  if (await isLimited("apiAddress", address)) throw new ProblemError("pace", "Too many refused keys from this address.");
  const [, token] = /^Bearer ([\w-]{20,200})$/i.exec(request.headers.get("authorization") ?? "") ?? [];
  const actor = token ? findKeyActor(token) : undefined;
  if (actor) return actor;
  if (token) await countAttempt("apiAddress", address);
  throw new ProblemError("key", "Send a valid key: Authorization: Bearer balise_…");
}

/** The header fields of draft-ietf-httpapi-ratelimit-headers; Retry-After once it is over. */
function notePace(headers: Headers, pace: Allowance): void {
  headers.set("RateLimit-Policy", `"key";q=${pace.points};w=${pace.seconds}`);
  headers.set("RateLimit", `"key";r=${pace.remaining};t=${pace.resetSeconds}`);
  if (!pace.isOver) return;
  headers.set("Retry-After", String(pace.resetSeconds));
  throw new ProblemError("pace", `More than ${pace.points} questions in ${pace.seconds} seconds: see Retry-After.`);
}

function answerWith(request: Request, answer: unknown, headers: Headers): Response {
  const body = JSON.stringify(answer);
  const tag = `W/"${createHash("sha256").update(body).digest("base64url").slice(0, 27)}"`;
  headers.set("ETag", tag);
  if (request.headers.get("if-none-match") === tag) return new Response(null, { status: 304, headers });
  headers.set("Content-Type", "application/json");
  return new Response(body, { headers });
}
