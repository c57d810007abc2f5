import { countAttempt, isLimited } from "~/auth/limits.server";
import { isPassword } from "~/auth/password.server";
import { findUserByEmail } from "~/auth/sessions.server";
import { audit } from "~/commands/run.server";
import { now } from "~/lib/clock";
import { RuleError } from "~/lib/errors";
import type { SignIn } from "./form";

/**
 * The user's id when e-mail and password fit; the same answer and time for an unknown account, a
 * wrong password and a suspended person (ASVS 6.3.8). Throws RuleError `credentials` or `limited`;
 * only failed attempts count.
 */
export async function checkPassword(input: SignIn, clientAddress: string): Promise<string> {
  const account = input.email.toLowerCase();
  if ((await isLimited("account", account)) || (await isLimited("address", clientAddress))) throw new RuleError("limited");
  const user = findUserByEmail(account);
  const fits = await isPassword(input.password, user?.passwordHash);
  if (user && fits && user.suspendedAt === null) {
    audit(user.id, { command: "account.signIn", subjectId: user.id, ownerId: null, detail: "", at: now() });
    return user.id;
  }
  await noteRefusal(user?.id ?? "", account, clientAddress);
  throw new RuleError("credentials");
}

async function noteRefusal(userId: string, account: string, clientAddress: string): Promise<void> {
  const entry = { command: "account.refuseSignIn", subjectId: userId, ownerId: null, detail: "password" };
  audit(userId, { ...entry, at: now() });
  await countAttempt("account", account);
  await countAttempt("address", clientAddress);
}
