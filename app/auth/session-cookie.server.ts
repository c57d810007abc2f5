import { cookieName } from "./lucia.server";

/** What the session cookie holds; null without one. */
export function readSessionId(request: Request): string | null {
  const header = request.headers.get("Cookie") ?? "";
  const name = `${cookieName()}=`;
  const part = header.split("; ").find((cookie) => cookie.startsWith(name));
  return part ? part.slice(name.length) : null;
}
