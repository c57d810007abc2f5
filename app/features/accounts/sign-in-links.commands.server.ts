import { and, desc, eq, gt, isNull, lt } from "drizzle-orm";
import { countAttempt, isLimited } from "~/auth/limits.server";
import { hashCode, hashToken, isSameHash, newCode, newToken } from "~/auth/tokens.server";
import { audit } from "~/commands/run.server";
import { config } from "~/config.server";
import { db, sqlite } from "~/db/client.server";
import { signInLinks, users } from "~/db/schema/accounts.server";
import { queueMail } from "~/email/outbox.server";
import { enqueue, kickWorker } from "~/jobs/queue.server";
import { now } from "~/lib/clock";
import { RuleError } from "~/lib/errors";
import { newId } from "~/lib/ids";
import { paths } from "~/paths";
import { besideOfLogin } from "./beside.queries.server";
import { signInLinkMail } from "./emails.server";
import { normalCode } from "./form";

const lifeMs = 10 * 60_000;
const maxAttempts = 5;

/**
 * Asks for a sign-in link by mail; the same work and answer whether the address is known or not
 * (ASVS 6.3.8), the rest being done after the answer. Returns the key that binds the link to the
 * asking browser. Throws RuleError `linkLimited`.
 */
export async function askSignInLink(
  email: string,
  { redirectTo, clientAddress }: { redirectTo: string; clientAddress: string },
): Promise<string> {
  const mailbox = email.toLowerCase();
  if ((await isLimited("mailbox", mailbox)) || (await isLimited("asking", clientAddress))) throw new RuleError("linkLimited");
  await countAttempt("mailbox", mailbox);
  await countAttempt("asking", clientAddress);
  const browserKey = newToken();
  enqueue({ kind: "account.sendSignInLink", payload: { email: mailbox, redirectTo, browserHash: hashToken(browserKey) } });
  kickWorker();
  return browserKey;
}

/** Writes the link and its mail for a known and not suspended person; nothing for anybody else. */
export function sendSignInLink(asked: { email: string; redirectTo: string; browserHash: string }): void {
  const user = db()
    .select()
    .from(users)
    .where(and(eq(users.email, asked.email), isNull(users.suspendedAt)))
    .get();
  if (!user) return;
  const [id, token, code, at] = [newId(), newToken(), newCode(), now()];
  const write = sqlite().transaction(() => {
    db()
      .delete(signInLinks)
      .where(lt(signInLinks.expiresAt, at - 86_400_000))
      .run();
    const link = { id, userId: user.id, tokenHash: hashToken(token), codeHash: hashCode(id, code) };
    db()
      .insert(signInLinks)
      .values({ ...link, browserHash: asked.browserHash, createdAt: at, expiresAt: at + lifeMs })
      .run();
    const known = besideOfLogin(user.id, user.locale);
    const mail = { ownerId: null, recipient: user.email, replyTo: known?.replyTo ?? null, isPerishable: true };
    const url = `${config().appUrl}${paths.loginLink(token, { redirectTo: asked.redirectTo })}`;
    queueMail({ ...mail, ...signInLinkMail(user, { url, code, beside: known?.signature }) });
  });
  write.immediate();
}

interface Proof {
  /** What the asking browser holds; empty on another device. */
  browserKey: string;
  /** What was typed from the mail. */
  code: string;
}

/**
 * Signs in by the link's address: alone in the browser that asked, with the typed code elsewhere.
 * Consumes the link; returns the user's id. Throws RuleError `link` (no longer good) or `code`.
 */
export async function consumeSignInLink(token: string, proof: Proof, clientAddress: string): Promise<string> {
  const isToken = eq(signInLinks.tokenHash, hashToken(token));
  const isHere = (link: Link) => isSameHash(link.browserHash, hashToken(proof.browserKey));
  const find = () => db().select().from(signInLinks).where(and(isToken, good())).get();
  return limited(clientAddress, () => consume("link", find, (link) => isHere(link) || fits(link, proof.code)));
}

/** Signs in by the code alone, typed in the browser that asked; as `consumeSignInLink`. */
export async function consumeSignInCode(proof: Proof, clientAddress: string): Promise<string> {
  const isBrowser = eq(signInLinks.browserHash, hashToken(proof.browserKey));
  const latest = () =>
    db().select().from(signInLinks).where(and(isBrowser, good())).orderBy(desc(signInLinks.createdAt)).limit(1).get();
  return limited(clientAddress, () => consume("code", latest, (link) => fits(link, proof.code)));
}

/** Wrong tries of one address are counted together, whatever the links. */
async function limited(clientAddress: string, attempt: () => string): Promise<string> {
  if (await isLimited("address", clientAddress)) throw new RuleError("limited");
  try {
    return attempt();
  } catch (error) {
    await countAttempt("address", clientAddress);
    throw error;
  }
}

type Link = typeof signInLinks.$inferSelect;

/** Not used, not expired, not tried too often. */
const good = () => and(isNull(signInLinks.usedAt), gt(signInLinks.expiresAt, now()), lt(signInLinks.attempts, maxAttempts));
const fits = (link: Link, code: string): boolean => isSameHash(link.codeHash, hashCode(link.id, normalCode(code)));

function consume(missing: "link" | "code", find: () => Link | undefined, isProven: (link: Link) => boolean): string {
  const attempt = sqlite().transaction((): string | undefined => {
    const link = find();
    if (!link) throw new RuleError(missing, {}, "code");
    const isGood = isProven(link) && isActive(link.userId);
    const change = isGood ? { usedAt: now() } : { attempts: link.attempts + 1 };
    db().update(signInLinks).set(change).where(eq(signInLinks.id, link.id)).run();
    const entry = { subjectId: link.userId, ownerId: null, detail: "link", at: now() };
    audit(link.userId, { command: isGood ? "account.signIn" : "account.refuseSignIn", ...entry });
    return isGood ? link.userId : undefined;
  });
  const userId = attempt.immediate();
  if (!userId) throw new RuleError("code", {}, "code");
  return userId;
}

function isActive(userId: string): boolean {
  return db().select({ at: users.suspendedAt }).from(users).where(eq(users.id, userId)).get()?.at === null;
}

/** How a link's page opens: `here` in the browser that asked, `elsewhere`, or undefined when it is no longer good. Reads only. */
export function findSignInLink(token: string, browserKey: string): "here" | "elsewhere" | undefined {
  const link = db()
    .select()
    .from(signInLinks)
    .where(and(eq(signInLinks.tokenHash, hashToken(token)), good()))
    .get();
  if (!link) return undefined;
  return isSameHash(link.browserHash, hashToken(browserKey)) ? "here" : "elsewhere";
}
