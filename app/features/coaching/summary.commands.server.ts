import type { Actor } from "~/access/actor";
import type { Authorized } from "~/access/authorized";
import { run } from "~/commands/run.server";
import { db } from "~/db/client.server";
import { sessionSummaries } from "~/db/schema/coaching.server";
import { queueHostMail } from "~/features/accounts/host-mail.commands.server";
import { RuleError } from "~/lib/errors";
import { newId } from "~/lib/ids";
import { summaryLetter } from "./emails.server";
import type { SessionRow } from "./facts.server";
import type { SummaryInput } from "./summary.form";
import { listSummaryContacts, readSummaryMatter } from "./summary.queries.server";

/**
 * Sends the summary to the chosen contacts, a mail each; an answer reaches whoever sent it.
 * Throws RuleError `chooseContact` for someone who was not there, `privateNoteInside` when the
 * text repeats the private note.
 */
export function sendSummary(
  actor: Actor,
  session: Authorized<SessionRow, "coaching.correct">,
  input: SummaryInput,
): { count: number } {
  return run(actor, { name: "coaching.sendSummary", id: input.id, input, ownerId: session.ownerId }, ({ now }) => {
    const allowed = listSummaryContacts(actor, session).filter((one) => input.contacts.includes(one.id));
    if (allowed.length !== new Set(input.contacts).size) throw new RuleError("chooseContact", {}, "contacts");
    if (repeats(input.body, session.privateNote) || repeats(input.subject, session.privateNote)) {
      throw new RuleError("privateNoteInside", {}, "body");
    }
    const office = readSummaryMatter(session).office?.name ?? "";
    for (const { id: contactId, providerId, name, email, locale } of allowed) {
      const letter = summaryLetter({ ...input, locale, name, office });
      const about = { kind: "summary", ownerId: session.ownerId, contactId, providerId, locale, writerId: actor.userId };
      const mailId = queueHostMail({ ...about, recipient: email ?? "" }, () => letter);
      const { subject, body } = input;
      db()
        .insert(sessionSummaries)
        .values({ id: newId(), sessionId: session.id, contactId, subject, body, mailId, sentById: actor.userId, createdAt: now })
        .run();
    }
    return { count: allowed.length };
  });
}

/** Whether the text holds the private note, whatever the spaces; a word or two may be chance. */
function repeats(text: string, privateNote: string): boolean {
  const plain = (words: string) => words.replace(/\s+/g, " ").trim().toLowerCase();
  const secret = plain(privateNote);
  return secret.length >= 12 && plain(text).includes(secret);
}
