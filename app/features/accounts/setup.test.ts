import { createHash } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import { canSomewhere } from "~/access/can";
import { sqlite } from "~/db/client.server";
import { NotFoundError } from "~/lib/errors";
import { openTestDatabase } from "~/testing/database";
import { actorOf, makeOrganisation } from "~/testing/factories/world";
import { isInstallationEmpty, makeAdministrator, setUpInstallation } from "./setup.commands.server";

openTestDatabase();

const known = { passwordHash: "x", clientAddress: "203.0.113.77" };
const input = {
  code: "1234-5678-9012",
  organisation: "Pays du Haut-Médoc",
  kind: "territory" as const,
  name: "Karim Delorme",
  email: "Karim@test.example",
  password: "le phare tourne la nuit",
};

beforeEach(() => {
  const value = createHash("sha256").update("123456789012").digest("hex");
  sqlite().exec("DELETE FROM memberships; DELETE FROM users; DELETE FROM organisation_communes; DELETE FROM organisations;");
  sqlite().prepare("INSERT INTO installation (key, value) VALUES ('setup_code', ?) ON CONFLICT DO NOTHING").run(value);
});

describe("the first page", () => {
  it("creates the organisation and its administrator, once", async () => {
    const userId = await setUpInstallation(input, known);
    expect(canSomewhere(actorOf(userId), "organisation.create")).toBe(true);
    expect(sqlite().prepare("SELECT slug, kind FROM organisations").all()).toEqual([
      { slug: "pays-du-haut-medoc", kind: "territory" },
    ]);
    expect(sqlite().prepare("SELECT email FROM users").pluck().all()).toEqual(["karim@test.example"]);
    await expect(setUpInstallation(input, known)).rejects.toEqual(expect.objectContaining({ key: "setupCode" }));
  });

  it("refuses another code and writes nothing", async () => {
    const wrong = { ...input, code: "1234-5678-9013" };
    await expect(setUpInstallation(wrong, known)).rejects.toEqual(expect.objectContaining({ key: "setupCode" }));
    expect(isInstallationEmpty()).toBe(true);
  });

  it("is gone once there is an organisation, the code being right", async () => {
    makeOrganisation();
    await expect(setUpInstallation(input, known)).rejects.toThrow(NotFoundError);
  });
});

describe("an administrator from the command line", () => {
  it("is created, or raised with a new password and let in again", async () => {
    expect(() => makeAdministrator({ email: "a@test.example", name: "A", passwordHash: "y" })).toThrow(NotFoundError);
    makeOrganisation({ kind: "territory" });
    expect(makeAdministrator({ email: "A@test.example", name: "Ada", passwordHash: "y" })).toEqual({ isNew: true });
    sqlite().exec("UPDATE users SET suspended_at = 1");
    expect(makeAdministrator({ email: "a@test.example", name: "Ada", passwordHash: "z" })).toEqual({ isNew: false });
    const user = sqlite().prepare<[], { id: string; password_hash: string }>("SELECT * FROM users").get();
    expect(user?.password_hash).toBe("z");
    expect(actorOf(user?.id ?? "").memberships).toHaveLength(1);
  });
});
