import { createCipheriv, createDecipheriv, createHash, randomBytes } from "node:crypto";

// For a secret that must be read again, such as one that signs: AES-256-GCM under the installation's own secret.

/** The text sealed for one purpose; opened by the same secret and purpose alone. */
export function seal(secret: string, purpose: string, text: string): string {
  const nonce = randomBytes(12);
  const cipher = createCipheriv("aes-256-gcm", keyOf(secret, purpose), nonce);
  const sealed = Buffer.concat([cipher.update(text, "utf8"), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString("base64url");
}

/** What was sealed; throws when it was not, or under another secret. */
export function unseal(secret: string, purpose: string, sealed: string): string {
  const bytes = Buffer.from(sealed, "base64url");
  const decipher = createDecipheriv("aes-256-gcm", keyOf(secret, purpose), bytes.subarray(0, 12));
  decipher.setAuthTag(bytes.subarray(12, 28));
  return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString("utf8");
}

const keyOf = (secret: string, purpose: string) =>
  createHash("sha256")
    .update(JSON.stringify([purpose, secret]))
    .digest();
