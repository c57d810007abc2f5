import { lookup } from "node:dns";
import { isIP, type LookupFunction } from "node:net";
import ipaddr from "ipaddr.js";

/** Whether this literal address is one of the public internet: not private, loopback, link-local, mapped, shared, reserved. */
export function isPublicAddress(address: string): boolean {
  if (!ipaddr.isValid(address)) return false;
  const parsed = ipaddr.parse(address);
  if (parsed.range() !== "unicast") return false;
  // Of IPv6, 2000::/3 alone is handed out for the public internet (RFC 4291).
  return !(parsed instanceof ipaddr.IPv6) || (parsed.parts[0] ?? 0) >> 13 === 1;
}

/** The refusal of a name's addresses, told apart from a failing network. */
export class PrivateAddressError extends Error {}

/** Looks a name up once and gives its addresses for the connection itself: no second answer can differ (DNS rebinding). */
export const lookupPublic: LookupFunction = (hostname, options, callback) => {
  lookup(hostname, { ...options, all: true }, (error, addresses) => {
    if (error) return callback(error, "", 0);
    const [first] = addresses;
    if (!first || !addresses.every((each) => isPublicAddress(each.address)))
      return callback(new PrivateAddressError(`${hostname} is not a public address`), "", 0);
    if (options.all) return callback(null, addresses);
    callback(null, first.address, first.family);
  });
};

/** The address that a URL's host is, when it is one and not a name. */
export function literalAddress(url: URL): string | undefined {
  const host = url.hostname.replace(/^\[|\]$/g, "");
  return isIP(host) ? host : undefined;
}
