export const sentViews = ["all", "failed", "uncertain", "waiting", "sent", "unsent"] as const;
export type SentView = (typeof sentViews)[number];
export type MailState = "waiting" | "sending" | "sent" | "failed" | "uncertain";

/** What a mail is for, as the list names it; what has no name of its own is a message. */
export const mailKinds = [
  "pageLink",
  "access",
  "digest",
  "appointment",
  "summary",
  "workshop",
  "invitation",
  "reply",
  "handover",
  "other",
] as const;
export type MailKind = (typeof mailKinds)[number];
/** An invitation is one, to join an office or a workshop. */
const invitations = ["workshopInvitation", "workshopCall"];
export const mailKindOf = (kind: string | null): MailKind => {
  if (kind !== null && invitations.includes(kind)) return "invitation";
  return mailKinds.find((one) => one === kind) ?? "other";
};

/** A mail leaves again within this long of being written: its links still serve. Milliseconds. */
export const resendLifeMs = 30 * 86_400_000;

/** What did not arrive may leave again; what may have arrived only by a yes; what left keeps no keys, and never does. */
export function canResend(mail: { state: MailState; createdAt: number }, at: number): "yes" | "afterAsking" | "no" {
  if (at - mail.createdAt > resendLifeMs) return "no";
  if (mail.state === "failed") return "yes";
  return mail.state === "uncertain" ? "afterAsking" : "no";
}

const reasons = [
  [
    "unknownAddress",
    /adresse refusée|5\.1\.[0-6]|user unknown|unknown user|no such user|mailbox not found|does not exist|nullmx/i,
  ],
  ["fullMailbox", /5\.2\.2|4\.2\.2|\b552\b|quota|mailbox full|boîte pleine/i],
  ["takenForSpam", /spam|5\.7\.[01]|\b554\b|blocked|blacklist|reputation/i],
  ["ownPassword", /EAUTH|\b535\b|authentication/i],
  ["noAnswer", /ECONN|ETIMEDOUT|ENOTFOUND|EDNS|ESOCKET|timeout|greeting/i],
  ["later", /\b4\d\d\b|4\.\d\.\d|try again/i],
] as const;
export type FailureReason = (typeof reasons)[number][0] | "refused";

/** Why a relay refused, from what it said (RFC 3463 codes first): a key of the texts. */
export const reasonOf = (error: string): FailureReason => reasons.find(([, said]) => said.test(error))?.[0] ?? "refused";
