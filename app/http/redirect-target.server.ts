/** Where to go after signing in: a path of this site, parsed by URL, or the fallback (ASVS 3.7.2). */
export function safeRedirect(target: string | undefined, fallback: string): string {
  if (!target?.startsWith("/") || /^\/[/\\]/.test(target) || !URL.canParse(target, "http://site.invalid")) return fallback;
  const url = new URL(target, "http://site.invalid");
  return url.host === "site.invalid" ? url.pathname + url.search : fallback;
}
