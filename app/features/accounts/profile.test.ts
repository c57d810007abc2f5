import { beforeAll, describe, expect, it } from "vitest";
import { authorize } from "~/access/authorized";
import { lucia } from "~/auth/lucia.server";
import { hashPassword, isPassword } from "~/auth/password.server";
import { listDevices, revokeOtherDevices } from "~/auth/sessions.server";
import { sqlite } from "~/db/client.server";
import { ConflictError, ForbiddenError } from "~/lib/errors";
import { openTestDatabase } from "~/testing/database";
import { lastMailTo } from "~/testing/factories/mail";
import { actorOf, makeUser } from "~/testing/factories/world";
import type { ProfileInput } from "./form";
import { isCommonPassword } from "./model";
import { changePassword, changeProfile, closeDevice } from "./profile.commands.server";
import { getProfile } from "./queries.server";

openTestDatabase();

let passwordHash = "";
beforeAll(async () => {
  passwordHash = await hashPassword("la dune avance encore");
});

const refusal = (key: string) => expect.objectContaining({ name: "RuleError", key });
const person = () => actorOf(makeUser({ name: "Maëlle Garricq", passwordHash }));
const own = (actor: ReturnType<typeof person>) => authorize(actor, "profile.edit", getProfile(actor));
const profile = (given: Partial<ProfileInput> = {}): ProfileInput => ({
  version: 1,
  name: "Maëlle Garricq",
  locale: "fr",
  presentDays: [],
  ...given,
});

async function device(actor: ReturnType<typeof person>, name: string) {
  const session = await lucia().createSession(actor.userId, { createdAt: 1, lastSeenAt: 1, device: name });
  return new Request("http://localhost/", { headers: { Cookie: `balise=${session.id}` } });
}

describe("one's own profile", () => {
  it("is saved, with the number as providers read it and the language of the next page", () => {
    const actor = person();
    const input = profile({
      phone: "01 99 00 12 34",
      jobTitle: "Conseillère",
      locale: "en",
      presentDays: [1, 4],
      cohortYear: 2019,
    });
    changeProfile(actor, own(actor), input);
    expect(getProfile(actor)).toMatchObject({
      phone: "+33199001234",
      jobTitle: "Conseillère",
      presentDays: [1, 4],
      cohortYear: 2019,
    });
    expect(actorOf(actor.userId).locale).toBe("en");
  });

  it("refuses a number that is none and a version that was replaced, and writes nothing", () => {
    const actor = person();
    expect(() => changeProfile(actor, own(actor), profile({ phone: "12" }))).toThrow(refusal("phone"));
    changeProfile(actor, own(actor), profile({ name: "Maëlle G." }));
    expect(() => changeProfile(actor, own(actor), profile({ name: "Autre" }))).toThrow(ConflictError);
    expect(getProfile(actor).name).toBe("Maëlle G.");
  });

  it("is nobody else's", () => {
    expect(() => authorize(person(), "profile.edit", getProfile(person()))).toThrow(ForbiddenError);
  });
});

describe("the password", () => {
  it("changes with the present one, tells its owner, and keeps only this device", async () => {
    const actor = person();
    const here = await device(actor, "Firefox, Windows");
    await device(actor, "Safari, iPad");
    await changePassword(actor, own(actor), { present: "la dune avance encore", password: "le phare tourne la nuit" });
    revokeOtherDevices(actor, here);
    const { email } = getProfile(actor);
    const stored = sqlite().prepare("SELECT password_hash FROM users WHERE id = ?").pluck().get(actor.userId);
    expect(await isPassword("le phare tourne la nuit", String(stored))).toBe(true);
    expect(lastMailTo(email)?.subject).toBe("Votre mot de passe Balise a changé");
    expect(listDevices(actor, here)).toMatchObject([{ device: "Firefox, Windows", isHere: true }]);
  });

  it("refuses a wrong present password and an easy new one", async () => {
    const actor = person();
    const password = "le phare tourne la nuit";
    await expect(changePassword(actor, own(actor), { present: "non", password })).rejects.toEqual(refusal("presentPassword"));
    const easy = { present: "la dune avance encore", password: "maelle-garricq" };
    await expect(changePassword(actor, own(actor), easy)).rejects.toEqual(refusal("commonPassword"));
  });

  it.each([
    ["motdepasse123", true],
    ["aaaaaaaaaaaa", true],
    ["Maëlle Garricq 1", true],
    ["le phare tourne la nuit", false],
  ])("%s is easy: %s", (password, isEasy) => {
    expect(isCommonPassword(password, ["maelle@test.example", "Maëlle Garricq"])).toBe(isEasy);
  });
});

describe("a device", () => {
  it("is signed out by its owner alone", async () => {
    const [actor, other] = [person(), person()];
    const here = await device(actor, "Firefox, Linux");
    const [line] = listDevices(actor, here);
    closeDevice(other, line?.id ?? "");
    expect(listDevices(actor, here)).toHaveLength(1);
    closeDevice(actor, line?.id ?? "");
    expect(listDevices(actor, here)).toEqual([]);
  });
});
