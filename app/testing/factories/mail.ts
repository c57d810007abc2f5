import { sqlite } from "~/db/client.server";

/** The last mail written for an address. */
export function lastMailTo(recipient: string): { id: string; subject: string; text: string; state: string } | undefined {
  return sqlite()
    .prepare<[string], { id: string; subject: string; text: string; state: string }>(
      "SELECT id, subject, text, state FROM mails WHERE recipient = ? ORDER BY created_at DESC, id DESC LIMIT 1",
    )
    .get(recipient);
}
