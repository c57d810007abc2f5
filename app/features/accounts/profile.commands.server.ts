import { eq } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import type { Authorized } from "~/access/authorized";
import { countAttempt, isLimited } from "~/auth/limits.server";
import { hashPassword, isPassword } from "~/auth/password.server";
import { revokeDevice } from "~/auth/sessions.server";
import { run } from "~/commands/run.server";
import { db } from "~/db/client.server";
import { users } from "~/db/schema/accounts.server";
import { queueMail } from "~/email/outbox.server";
import { ConflictError, NotFoundError, RuleError } from "~/lib/errors";
import { newId } from "~/lib/ids";
import { parsePhone } from "~/lib/phone";
import { besideOfLogin } from "./beside.queries.server";
import { passwordChangedMail } from "./emails.server";
import type { PasswordInput, ProfileInput } from "./form";
import { isCommonPassword } from "./model";

type Own = Authorized<{ id: string; userId: string }, "profile.edit">;

/** Changes one's own profile; the next page is in the chosen language. Throws RuleError `phone`, ConflictError. */
export function changeProfile(actor: Actor, profile: Own, input: ProfileInput): void {
  const phone = input.phone ? parsePhone(input.phone) : undefined;
  if (input.phone && !phone) throw new RuleError("phone", {}, "phone");
  const command = { name: "account.changeProfile", id: profile.id, input, isOnce: false };
  run(actor, command, ({ revise }) => {
    const saved = readUser(profile.id);
    if (saved.version !== input.version) throw new ConflictError("version", saved);
    revise("user", { ...saved, passwordHash: null });
    const columns = {
      name: input.name,
      locale: input.locale,
      phone: phone ?? null,
      jobTitle: input.jobTitle ?? null,
      presentDays: input.presentDays,
      cohortName: input.cohortName ?? null,
      cohortYear: input.cohortYear ?? null,
    };
    db()
      .update(users)
      .set({ ...columns, version: saved.version + 1 })
      .where(eq(users.id, profile.id))
      .run();
  });
}

/**
 * Sets a new password after asking the present one, where there is one; the caller signs the other
 * devices out. Throws RuleError `presentPassword`, `commonPassword` or `limited`.
 */
export async function changePassword(actor: Actor, profile: Own, input: PasswordInput): Promise<void> {
  const { email, passwordHash: present } = readUser(profile.id);
  if (await isLimited("account", email)) throw new RuleError("limited");
  if (present && !(await isPassword(input.present ?? "", present))) {
    await countAttempt("account", email);
    throw new RuleError("presentPassword", {}, "present");
  }
  if (isCommonPassword(input.password, [email, actor.name])) throw new RuleError("commonPassword", {}, "password");
  const passwordHash = await hashPassword(input.password);
  run(actor, { name: "account.changePassword", id: newId(), input: null }, () => {
    db().update(users).set({ passwordHash }).where(eq(users.id, profile.id)).run();
    const known = besideOfLogin(profile.id, actor.locale);
    const mail = passwordChangedMail(actor, known?.signature);
    queueMail({ ownerId: null, recipient: email, replyTo: known?.replyTo ?? null, ...mail });
  });
}

/** Signs one of one's own devices out. */
export function closeDevice(actor: Actor, deviceId: string): void {
  run(actor, { name: "account.closeDevice", id: newId(), input: null }, () => revokeDevice(actor, deviceId));
}

function readUser(id: string) {
  const user = db().select().from(users).where(eq(users.id, id)).get();
  if (!user) throw new NotFoundError("user");
  return user;
}
