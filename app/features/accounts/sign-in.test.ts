import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { hashPassword } from "~/auth/password.server";
import { sqlite } from "~/db/client.server";
import { sendQueuedMail } from "~/email/send-job.server";
import { runDue } from "~/jobs/worker.server";
import { setClock } from "~/lib/clock";
import { RuleError } from "~/lib/errors";
import { openTestDatabase } from "~/testing/database";
import { lastMailTo } from "~/testing/factories/mail";
import { makeUser } from "~/testing/factories/world";
import { accountJobs } from "./jobs.server";
import { checkPassword } from "./sign-in.commands.server";
import { askSignInLink, consumeSignInCode, consumeSignInLink, findSignInLink } from "./sign-in-links.commands.server";

openTestDatabase();

let passwordHash = "";
let made = 0;
let address = "";
beforeAll(async () => {
  passwordHash = await hashPassword("un mot de passe");
});
beforeEach(() => {
  made += 1;
  address = `203.0.113.${made}`;
});

const refusal = (key: string) => expect.objectContaining({ name: "RuleError", key });

function person() {
  const email = `odile-${made}@test.example`;
  return { email, userId: makeUser({ email, passwordHash }) };
}

async function ask(email: string, from = address) {
  const browserKey = await askSignInLink(email, { redirectTo: "/providers?q=pin", clientAddress: from });
  await runDue({ ...accountJobs, "mail.send": sendQueuedMail }, { error: () => undefined });
  const mail = lastMailTo(email);
  const token = /login\/link\/([\w-]{43})/.exec(mail?.text ?? "")?.[1] ?? "";
  const code =
    /(\d{4}) (\d{4})/
      .exec(mail?.text ?? "")
      ?.slice(1)
      .join("") ?? "";
  return { browserKey, token, code, mail };
}

describe("the password", () => {
  it("lets a person in, whatever the case of the address", async () => {
    const { email, userId } = person();
    expect(await checkPassword({ email: email.toUpperCase(), password: "un mot de passe" }, address)).toBe(userId);
  });

  it("answers the same to an unknown address, a wrong password and a suspended person", async () => {
    const { email, userId } = person();
    sqlite().prepare("UPDATE users SET suspended_at = 1 WHERE id = ?").run(userId);
    for (const input of [
      { email: "personne@test.example", password: "un mot de passe" },
      { email, password: "autre" },
      { email, password: "un mot de passe" },
    ])
      await expect(checkPassword(input, address)).rejects.toEqual(refusal("credentials"));
  });

  it("refuses after eight failures on an account, the right password too", async () => {
    const { email } = person();
    for (let time = 0; time < 8; time += 1)
      await expect(checkPassword({ email, password: "non" }, address)).rejects.toEqual(refusal("credentials"));
    await expect(checkPassword({ email, password: "un mot de passe" }, address)).rejects.toEqual(refusal("limited"));
  });
});

describe("the sign-in link", () => {
  it("signs in once, in the browser that asked, and returns where one wanted", async () => {
    const { email, userId } = person();
    const { token, browserKey, mail } = await ask(email);
    expect(mail?.text).toContain("redirectTo=%2Fproviders%3Fq%3Dpin");
    expect(findSignInLink(token, browserKey)).toBe("here");
    expect(findSignInLink(token, browserKey)).toBe("here");
    expect(await consumeSignInLink(token, { browserKey, code: "" }, address)).toBe(userId);
    expect(findSignInLink(token, browserKey)).toBeUndefined();
    await expect(consumeSignInLink(token, { browserKey, code: "" }, address)).rejects.toEqual(refusal("link"));
  });

  it("asks for the code on another device, and takes it with its space", async () => {
    const { email, userId } = person();
    const { token, code } = await ask(email);
    const elsewhere = { browserKey: "", code: "" };
    expect(findSignInLink(token, "")).toBe("elsewhere");
    await expect(consumeSignInLink(token, elsewhere, address)).rejects.toEqual(refusal("code"));
    const spaced = `${code.slice(0, 4)} ${code.slice(4)}`;
    expect(await consumeSignInLink(token, { browserKey: "", code: spaced }, address)).toBe(userId);
  });

  it("takes the code alone in the browser that asked, and nowhere else", async () => {
    const { email, userId } = person();
    const { browserKey, code } = await ask(email);
    await expect(consumeSignInCode({ browserKey: "autre", code }, address)).rejects.toEqual(refusal("code"));
    expect(await consumeSignInCode({ browserKey, code }, address)).toBe(userId);
    await expect(consumeSignInCode({ browserKey, code }, address)).rejects.toEqual(refusal("code"));
  });

  it("is worth nothing after five wrong codes, after ten minutes, or once the person is suspended", async () => {
    const { email, userId } = person();
    const tried = await ask(email);
    for (let time = 0; time < 5; time += 1)
      await expect(consumeSignInCode({ browserKey: tried.browserKey, code: "1" }, address)).rejects.toThrow(RuleError);
    await expect(consumeSignInCode(tried, address)).rejects.toEqual(refusal("code"));
    const late = await ask(email);
    setClock(() => Date.now() + 10 * 60_000 + 1);
    expect(findSignInLink(late.token, late.browserKey)).toBeUndefined();
    await expect(consumeSignInCode(late, address)).rejects.toEqual(refusal("code"));
    setClock(undefined);
    const suspended = await ask(email);
    sqlite().prepare("UPDATE users SET suspended_at = 1 WHERE id = ?").run(userId);
    await expect(consumeSignInCode(suspended, address)).rejects.toEqual(refusal("code"));
  });

  it("answers the same for an unknown or suspended address, and sends nothing", async () => {
    const { email, userId } = person();
    sqlite().prepare("UPDATE users SET suspended_at = 1 WHERE id = ?").run(userId);
    for (const unknown of [`inconnue-${made}@test.example`, email]) {
      const { browserKey, mail } = await ask(unknown);
      expect(browserKey).toHaveLength(43);
      expect(mail).toBeUndefined();
      expect(sqlite().prepare("SELECT payload FROM jobs WHERE payload LIKE ?").all(`%${unknown}%`)).toEqual([]);
    }
  });

  it("sends at most five mails an hour to one mailbox, known or not", async () => {
    for (const email of [person().email, `inconnue-${made}@test.example`]) {
      for (let time = 0; time < 5; time += 1) await ask(email, `198.51.100.${time}`);
      await expect(ask(email)).rejects.toEqual(refusal("linkLimited"));
    }
  });

  it("keeps neither token, code nor browser key readable", async () => {
    const { email } = person();
    const { token, code, browserKey } = await ask(email);
    const kept = JSON.stringify([
      sqlite().prepare("SELECT * FROM sign_in_links").all(),
      sqlite().prepare("SELECT * FROM jobs").all(),
    ]);
    for (const secret of [token, code, browserKey]) expect(kept).not.toContain(secret);
  });
});
