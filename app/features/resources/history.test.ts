import { describe, expect, it } from "vitest";
import { authorize } from "~/access/authorized";
import { ConflictError, ForbiddenError, NotFoundError } from "~/lib/errors";
import { newId } from "~/lib/ids";
import { openTestDatabase } from "~/testing/database";
import { makeMember, makeOrganisation } from "~/testing/factories/world";
import { correctResource, writeResource } from "./commands.server";
import { describeHistory } from "./describe-history.server";
import { resourceSchema } from "./form";
import { restoreVersion } from "./history.commands.server";
import { getResource } from "./queries.server";

openTestDatabase({ at: "2026-11-24T10:00:00Z" });

function setUp() {
  const office = makeOrganisation();
  const facilitator = makeMember(office.id, "facilitator", { name: "Maïwenn Kerdoncuff" });
  const director = makeMember(office.id, "director", { name: "Gaspard Lantier" });
  const input = resourceSchema.parse({ id: newId(), kind: "sheet", title: "Le marché", theme: "content", body: "Sur la place." });
  const { slug } = writeResource(facilitator, authorize(facilitator, "resource.write", office), input);
  const read = (actor = facilitator) => authorize(actor, "resource.edit", getResource(actor, slug));
  correctResource(director, read(director), {
    ...input,
    version: 1,
    body: "Sur la petite place.",
    url: "https://marche.example",
  });
  return { office, facilitator, director, slug, input, read };
}
const told = (parts: { kind: string; text: string }[]) => parts.map(({ kind, text }) => `${kind}:${text}`).join("|");

describe("the history of a resource", () => {
  it("says who changed what and when, the newest first", () => {
    const { facilitator, read } = setUp();
    const { rows, version } = describeHistory(facilitator, read());
    expect(version).toBe(2);
    expect(rows.map((row) => [row.number, row.canRestore])).toEqual([
      [2, false],
      [1, true],
    ]);
    expect(rows[0]?.context).toContain("24 nov. 2026");
    expect(rows[0]?.context).toContain("Gaspard Lantier");
    expect(rows[1]?.context).toContain("Maïwenn Kerdoncuff");
    expect(rows[1]).toMatchObject({ note: "Première version", changes: [] });
    expect(rows[0]?.changes.map((change) => `${change.label} ${told(change.parts)}`)).toEqual([
      "Texte de la fiche same:Sur la |added:petite |same:place.",
      "Adresse du lien added:https://marche.example",
    ]);
  });

  it("brings a version back as a new one, and loses none", () => {
    const { facilitator, slug, read } = setUp();
    restoreVersion(facilitator, read(), { version: 2, restored: 1 });
    const now = getResource(facilitator, slug);
    expect(now).toMatchObject({ version: 3, slug, body: "Sur la place.", url: null });
    const { rows } = describeHistory(facilitator, read());
    expect(rows.map((row) => row.number)).toEqual([3, 2, 1]);
    expect(rows[0]?.note).toBe("Reprise d’une version plus ancienne");
    restoreVersion(facilitator, read(), { version: 3, restored: 2 });
    expect(getResource(facilitator, slug)).toMatchObject({ version: 4, body: "Sur la petite place." });
  });

  it("refuses when somebody saved since it was read, and a version that never was", () => {
    const { facilitator, director, slug, input, read } = setUp();
    correctResource(director, read(director), { ...input, version: 2, body: "Devant l’église." });
    expect(() => restoreVersion(facilitator, read(), { version: 2, restored: 1 })).toThrow(ConflictError);
    expect(getResource(facilitator, slug).body).toBe("Devant l’église.");
    expect(() => restoreVersion(facilitator, read(), { version: 3, restored: 9 })).toThrow(NotFoundError);
  });

  it("is for those who may edit alone", () => {
    const { office, read } = setUp();
    expect(() => read(makeMember(office.id, "colleague"))).toThrow(ForbiddenError);
    expect(() => read(makeMember(makeOrganisation().id, "facilitator"))).toThrow(NotFoundError);
  });
});
