import { hashToken, newToken } from "~/auth/tokens.server";
import { db } from "~/db/client.server";
import { workshopLinks } from "~/db/schema/workshops.server";
import { now } from "~/lib/clock";

type Purpose = (typeof workshopLinks.$inferSelect)["purpose"];

/** A fresh key for one registration and one purpose; the database keeps its hash alone. */
export function makeLink(registrationId: string, purpose: Purpose, expiresAt: number): string {
  const token = newToken();
  db()
    .insert(workshopLinks)
    .values({ tokenHash: hashToken(token), registrationId, purpose, createdAt: now(), expiresAt })
    .run();
  return token;
}
