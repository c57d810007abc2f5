/** An address as people type it, brought to https; undefined when it cannot be one. */
export function normaliseUrl(typed: string): string | undefined {
  const text = typed.trim();
  const scheme = /^([a-z][a-z0-9+.-]*):\/\//i.exec(text)?.[1]?.toLowerCase() ?? "https";
  const address = `https://${text.replace(/^https?:\/\//i, "")}`;
  if (!["http", "https"].includes(scheme) || /\s/.test(text) || !URL.canParse(address)) return undefined;
  const url = new URL(address);
  return isPublicName(url.hostname) && `${url.username}${url.password}${url.port}` === "" ? url.href : undefined;
}

/** The service that a host names: `www.booking.com` → booking, `gites.example.co.uk` → example. */
export function serviceOf(url: string): string {
  const labels = new URL(url).hostname.split(".");
  const end = ["co", "com"].includes(labels.at(-2) ?? "") && labels.length > 2 ? -3 : -2;
  return labels.at(end) ?? "";
}

/** A name of the public net rather than a number or a machine at home. */
function isPublicName(host: string): boolean {
  return host.length <= 253 && /^([a-z0-9-]+\.)+[a-z][a-z0-9-]+$/.test(host);
}
