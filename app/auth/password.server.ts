import { hash, verify } from "@node-rs/argon2";

// Argon2id, 19 MiB, two passes (OWASP's first recommendation).
const options = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };
let decoy: Promise<string> | undefined;

export const hashPassword = (password: string): Promise<string> => hash(password, options);

/** Takes as long for an unknown account as for a known one (ASVS 6.3.8). */
export async function isPassword(password: string, stored: string | null | undefined): Promise<boolean> {
  decoy ??= hashPassword("decoy for accounts that do not exist");
  const matches = await verify(stored ?? (await decoy), password, options);
  return matches && stored !== null && stored !== undefined;
}
