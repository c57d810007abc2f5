import { config } from "~/config.server";
import { readToken, signToken } from "~/lib/signed-token.server";
import type { Person } from "./choices.server";

/** The answers that a mail offers in one click. */
export const clickAnswers = ["done", "doing", "blocked"] as const;
export type ClickAnswer = (typeof clickAnswers)[number];

/** One click answers for this long, milliseconds. */
const answerLifeMs = 30 * 86_400_000;

/** The key of one answer of one contact to one action; good for that alone. */
export function answerKey(contactId: string, actionId: string, given: { answer: ClickAnswer; at: number }): string {
  const until = String(given.at + answerLifeMs);
  return signToken(config().secret, "answer", [contactId, actionId, given.answer, until]);
}

/** What an answer's key stands for; undefined for a key that was never made. */
export function readAnswerKey(token: string, at: number) {
  const [contactId, actionId, answer, until] = readToken(config().secret, "answer", token) ?? [];
  const known = clickAnswers.find((one) => one === answer);
  if (!contactId || !actionId || !known) return undefined;
  return { contactId, actionId, answer: known, isExpired: Number(until) <= at };
}

/** The key that takes a person off the list, or opens their choices; it lives as long as the person. */
export const unsubscribeKey = (person: Person): string => signToken(config().secret, "unsubscribe", [person.kind, person.id]);

/** Whom an unsubscribe key names; undefined for a key that was never made. */
export function readUnsubscribeKey(token: string): Person | undefined {
  const [kind, id] = readToken(config().secret, "unsubscribe", token) ?? [];
  return id && (kind === "contact" || kind === "host" || kind === "user") ? { kind, id } : undefined;
}
