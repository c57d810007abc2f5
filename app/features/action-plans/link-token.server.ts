import { createHash, randomBytes } from "node:crypto";

/** 256 bits of chance, as an address carries them. */
export const makeToken = (): string => randomBytes(32).toString("base64url");

/** What the database keeps of a token: its SHA-256. */
export const hashOfToken = (token: string): string => createHash("sha256").update(token).digest("hex");
