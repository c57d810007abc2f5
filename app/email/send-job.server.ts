import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { and, eq, inArray } from "drizzle-orm";
import { z } from "zod";
import { config } from "~/config.server";
import { db } from "~/db/client.server";
import { mails } from "~/db/schema/work.server";
import type { JobContext } from "~/jobs/worker.server";
import { now } from "~/lib/clock";
import { OutageError } from "~/lib/errors";
import { deliver, mailFolder } from "./send.server";

const asked = z.object({ mailId: z.string(), isPerishable: z.boolean().optional() });

/**
 * Sends one mail of the outbox: waiting → sending → sent. Killed before the relay answered, the next
 * try sends it; killed between the answer and the commit, it becomes uncertain and is left alone.
 * A refusal is tried again by the queue, and after the last try the mail is failed with why. A relay that is not
 * reached, or says « later » (4xx, RFC 5321 4.5.4.1), is asked for two days, unless the mail is perishable.
 */
export async function sendQueuedMail(payload: unknown, job: JobContext): Promise<void> {
  const mail = findUnsent(payload);
  if (!mail) return;
  const answered = answerFile(mail.id);
  if (mail.state === "sending" && existsSync(answered)) {
    settle(mail.id, { state: "uncertain", error: readFileSync(answered, "utf8").slice(0, 500) });
    return rmSync(answered, { force: true });
  }
  settle(mail.id, { state: "sending", error: null });
  try {
    const answer = await deliver(mail);
    // Outlives a kill in the instant before the commit; that is all it is for.
    writeFileSync(answered, answer);
  } catch (error) {
    throw settleFailure(mail, job, error);
  }
  settle(mail.id, { state: "sent", sentAt: now(), ...(config().smtpUrl ? withoutTokens(mail) : {}) });
  rmSync(answered, { force: true });
}

/** Notes why a mail did not leave; answers what tells the queue how long to go on. */
function settleFailure(mail: Unsent, job: JobContext, error: unknown): unknown {
  const why = error instanceof Error ? error.message : String(error);
  const isOutage = mail.canWait && isTemporary(error);
  const isOver = isOutage ? job.isOutageOver : job.isLastTry;
  settle(mail.id, { state: isOver ? "failed" : "waiting", error: why.slice(0, 500) });
  return isOutage ? new OutageError(why, { cause: error }) : error;
}

/** What nodemailer says of a relay that it could not reach or that closed the line. */
const notReached = new Set(["ECONNECTION", "ECONNREFUSED", "ESOCKET", "ETIMEDOUT", "EDNS"]);

function isTemporary(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const { responseCode, code } = error as { responseCode?: unknown; code?: unknown };
  return typeof responseCode === "number" ? responseCode < 500 : typeof code === "string" && notReached.has(code);
}

function findUnsent(payload: unknown) {
  const { mailId: id = "", isPerishable = false } = asked.safeParse(payload).data ?? {};
  const mail = db()
    .select()
    .from(mails)
    .where(and(eq(mails.id, id), inArray(mails.state, ["waiting", "sending"])))
    .get();
  return mail && { ...mail, canWait: !isPerishable };
}

type Unsent = NonNullable<ReturnType<typeof findUnsent>>;

function settle(id: string, set: Partial<typeof mails.$inferInsert>): void {
  db().update(mails).set(set).where(eq(mails.id, id)).run();
}

function answerFile(id: string): string {
  const folder = join(mailFolder(), "answered");
  mkdirSync(folder, { recursive: true });
  return join(folder, id);
}

/** What left for good keeps no key: a copy of the database opens nothing (256-bit tokens are 43 characters). */
function withoutTokens(mail: { html: string; text: string }) {
  const forget = (body: string) => body.replace(/[\w-]{43}/g, "…");
  return { html: forget(mail.html), text: forget(mail.text), attachments: [], unsubscribeUrl: null };
}
