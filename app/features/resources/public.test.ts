import { expect, it } from "vitest";
import { authorize } from "~/access/authorized";
import { NotFoundError } from "~/lib/errors";
import { newId } from "~/lib/ids";
import { openTestDatabase } from "~/testing/database";
import { makeResource } from "~/testing/factories/resource";
import { makeMember, makeOrganisation } from "~/testing/factories/world";
import { collectionSchema } from "./collection.form";
import { changeCollection, correctCollection, makeCollection } from "./collections.commands.server";
import { getCollection } from "./collections.queries.server";
import { correctResource, deleteResource, writeResource } from "./commands.server";
import { describeCollection, describePublicCollection } from "./describe-collections.server";
import { resourceSchema } from "./form";
import { readPublicResource, readResourcePage } from "./page.server";
import { getResource } from "./queries.server";

openTestDatabase({ at: "2026-11-24T10:00:00Z" });
const here = { resource: (slug: string) => slug };

it("is read without an account where its office chose so, with whose it is and when it was read again, and nowhere else", () => {
  const office = makeOrganisation({ name: "Office des Deux Caps" });
  const facilitator = makeMember(office.id, "facilitator");
  const input = resourceSchema.parse({
    id: newId(),
    kind: "video",
    title: "Filmer sa plage",
    theme: "content",
    url: "https://www.video.example/plage",
    reviewedOn: "2026-10-02",
    visibility: "public",
  });
  const { slug } = writeResource(facilitator, authorize(facilitator, "resource.write", office), input);
  const { page, office: name } = readPublicResource("fr", slug);
  expect(name).toBe("Office des Deux Caps");
  expect(page).toMatchObject({ title: "Filmer sa plage", video: "video.example", url: input.url, near: [] });
  expect(page.reviewed).toContain("2 oct. 2026");
  expect(readResourcePage(facilitator, slug, here).publicTo).toBe(`/library/${slug}`);
  const edit = () => authorize(facilitator, "resource.edit", getResource(facilitator, slug));
  for (const kept of [{ visibility: "network" }, { visibility: "office" }, { visibility: "public", state: "draft" }] as const) {
    correctResource(facilitator, edit(), { ...input, ...kept, version: edit().version });
    expect(() => readPublicResource("fr", slug)).toThrow(NotFoundError);
    expect(readResourcePage(facilitator, slug, here).publicTo).toBeUndefined();
  }
  correctResource(facilitator, edit(), { ...input, version: edit().version });
  expect(readPublicResource("fr", slug).page.title).toBe("Filmer sa plage");
  deleteResource(facilitator, edit());
  expect(() => readPublicResource("fr", slug)).toThrow(NotFoundError);
});

it("a public collection shows its public resources alone, in their order, and nothing once taken back", () => {
  const office = makeOrganisation({ name: "Office des Deux Caps" });
  const facilitator = makeMember(office.id, "facilitator");
  const make = (title: string, more: Record<string, unknown>) => makeResource(facilitator, office, { title, ...more });
  const [second, first] = [make("Numéro deux", { visibility: "public" }), make("Numéro un", { visibility: "public" })];
  const others = [make("Réseau", { visibility: "network" }), make("Brouillon", { visibility: "public", state: "draft" })];
  const input = collectionSchema.parse({ id: newId(), title: "Ouvrir en avril", visibility: "public" });
  const { slug } = makeCollection(facilitator, authorize(facilitator, "resource.write", office), input);
  const edit = () => authorize(facilitator, "resource.edit", getCollection(facilitator, slug));
  for (const { id } of [first, ...others, second]) changeCollection(facilitator, edit(), { intent: "add", resource: id });
  const read = describePublicCollection("fr", slug);
  expect(read).toMatchObject({ office: "Office des Deux Caps", title: "Ouvrir en avril" });
  expect(read.rows.map((row) => row.to)).toEqual([`/library/${first.slug}`, `/library/${second.slug}`]);
  const own = describeCollection(facilitator, slug, here);
  expect(own.publicTo).toBe(`/library/collections/${slug}`);
  expect(own.rows.map((row) => row.isKept)).toEqual([false, true, true, false]);
  correctCollection(facilitator, edit(), { ...input, visibility: "network", version: edit().version });
  expect(() => describePublicCollection("fr", slug)).toThrow(NotFoundError);
  expect(describeCollection(facilitator, slug, here).publicTo).toBeUndefined();
});
