import type { AppLoadContext, RequestHandler } from "@remix-run/node";

/**
 * Addresses without a page of their own (files, addresses made for posts alone) answer a reader's browser with the
 * app's error page, in their language and with the status of what went wrong. Programs, and the app's own
 * scripts, which do not ask for a page, get the bare answer.
 */
export function withErrorPages(answer: RequestHandler): RequestHandler {
  return async (request, context) => {
    const response = await answer(request, context);
    return response.status < 400 ? response : explained(answer, { request, context, response });
  };
}

interface Refused {
  request: Request;
  context: AppLoadContext | undefined;
  response: Response;
}

async function explained(answer: RequestHandler, { request, context, response }: Refused): Promise<Response> {
  const url = new URL(request.url);
  if (isPage(response) || url.searchParams.has("_data")) return response;
  const { status, allow } = whatHappened(response, request.method === "GET");
  const headers: [string, string][] = allow ? [["Allow", allow]] : [];
  if (!asksForPage(request, url)) return allow ? new Response(null, { status, headers }) : response;
  const problem = new Request(new URL(nowhere, url), { headers: kept(request.headers) });
  const page = await answer(problem, { ...(context as AppLoadContext), problem: status });
  return new Response(await page.text(), { status, headers: [...page.headers, ...headers] });
}

/** Led by `routes/$`, as any address that no route has. */
const nowhere = "/-";

/** Remix says 400 of a GET, 405 of a post, where an address answers no such method. */
function whatHappened(response: Response, isGet: boolean): { status: number; allow?: string } {
  const isOfRemix = response.headers.has("X-Remix-Error");
  if (isOfRemix && isGet && response.status === 400) return { status: 405, allow: "POST" };
  if (isOfRemix && response.status === 405) return { status: 405, allow: "GET, HEAD" };
  return { status: response.status };
}

function kept(from: Headers): Headers {
  const headers = new Headers();
  for (const name of ["cookie", "accept-language"]) headers.set(name, from.get(name) ?? "");
  return headers;
}

const asksForPage = (request: Request, url: URL): boolean =>
  (request.headers.get("accept") ?? "").includes("text/html") && !url.pathname.startsWith("/api/");

const isPage = (response: Response): boolean => (response.headers.get("content-type") ?? "").startsWith("text/html");
