import { config } from "~/config.server";
import { readToken, signToken } from "~/lib/signed-token.server";

/** A confirmation is good for this long, milliseconds. */
const confirmLifeMs = 60 * 86_400_000;

/** Who reads whose letter. */
export interface Reading {
  contactId: string;
  ownerId: string;
}

/** The key that says yes to an office's letter; good until its time is over. */
export const confirmKey = ({ contactId, ownerId }: Reading, at: number): string =>
  signToken(config().secret, "letterConfirm", [contactId, ownerId, String(at + confirmLifeMs)]);

/** The key that takes a reader off an office's letter; it lives as long as the letter's mail. */
export const offKey = ({ contactId, ownerId }: Reading): string => signToken(config().secret, "letterOff", [contactId, ownerId]);

/** What a confirmation's key stands for, and whether its time is over; undefined for one that was never made. */
export function readConfirmKey(token: string, at: number): (Reading & { isExpired: boolean }) | undefined {
  const [contactId, ownerId, until] = readToken(config().secret, "letterConfirm", token) ?? [];
  return contactId && ownerId ? { contactId, ownerId, isExpired: !(Number(until) > at) } : undefined;
}

/** Whom a key takes off which letter; undefined for one that was never made. */
export function readOffKey(token: string): Reading | undefined {
  const [contactId, ownerId] = readToken(config().secret, "letterOff", token) ?? [];
  return contactId && ownerId ? { contactId, ownerId } : undefined;
}
