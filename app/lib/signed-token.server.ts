import { createHmac, timingSafeEqual } from "node:crypto";

/** Parts signed for one purpose: `a.b.c.<signature>`, fit for an address. The parts hold letters, digits, - and _ alone. */
export function signToken(secret: string, purpose: string, parts: readonly string[]): string {
  return [...parts, signatureOf(secret, purpose, parts)].join(".");
}

/** The parts of a token signed for this purpose; undefined for any other. */
export function readToken(secret: string, purpose: string, token: string): string[] | undefined {
  const parts = token.split(".");
  const given = Buffer.from(parts.pop() ?? "");
  const expected = Buffer.from(signatureOf(secret, purpose, parts));
  return given.length === expected.length && timingSafeEqual(given, expected) ? parts : undefined;
}

function signatureOf(secret: string, purpose: string, parts: readonly string[]): string {
  return createHmac("sha256", secret)
    .update(JSON.stringify([purpose, ...parts]))
    .digest("base64url");
}
