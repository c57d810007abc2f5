/** An answer that is its own name: nothing but 304 to who has it already. */
export function unchangedOr(request: Request, version: string): Response {
  const etag = `"${version}"`;
  const headers = { ETag: etag, "Cache-Control": "private, no-cache" };
  if (request.headers.get("If-None-Match") === etag) return new Response(null, { status: 304, headers });
  return new Response(version, { headers: { ...headers, "Content-Type": "text/plain; charset=utf-8" } });
}
