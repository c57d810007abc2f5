import { createHash, createHmac, randomBytes, randomInt, timingSafeEqual } from "node:crypto";
import { config } from "~/config.server";

/** 256 bits for an address or a cookie; 43 characters. */
export const newToken = (): string => randomBytes(32).toString("base64url");

/** What the database keeps of a token. */
export const hashToken = (token: string): string => createHash("sha256").update(token).digest("hex");

/** Eight digits that a person copies. */
export const newCode = (): string => String(randomInt(100_000_000)).padStart(8, "0");

/** What the database keeps of a code: keyed, as a short code is soon tried out. `salt` is what it belongs to. */
export const hashCode = (salt: string, code: string): string =>
  createHmac("sha256", config().secret).update(`${salt}/${code}`).digest("hex");

export const isSameHash = (one: string, other: string): boolean =>
  one.length === other.length && timingSafeEqual(Buffer.from(one), Buffer.from(other));
