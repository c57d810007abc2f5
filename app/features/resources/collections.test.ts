import { expect, it } from "vitest";
import { authorize } from "~/access/authorized";
import { ConflictError, ForbiddenError, NotFoundError } from "~/lib/errors";
import { newId } from "~/lib/ids";
import { openTestDatabase } from "~/testing/database";
import { makeResource } from "~/testing/factories/resource";
import { makeMember, makeOrganisation, makeProvider, makeProviderLogin } from "~/testing/factories/world";
import { collectionSchema } from "./collection.form";
import {
  changeCollection,
  correctCollection,
  deleteCollection,
  makeCollection,
  readShippedCollections,
} from "./collections.commands.server";
import { changed } from "./collections.model";
import { getCollection, listCollections, listOfCollection } from "./collections.queries.server";
import { markResource } from "./marks.commands.server";
import { syncShippedSheets } from "./shipped.commands.server";

openTestDatabase();

function setUp(more: { visibility?: "office" | "territory" | "network" } = {}) {
  const territory = makeOrganisation({ kind: "territory" });
  const office = makeOrganisation({ parentId: territory.id });
  const facilitator = makeMember(office.id, "facilitator");
  const host = makeProviderLogin(facilitator, makeProvider(facilitator, office));
  const input = collectionSchema.parse({ id: newId(), title: "Ouvrir sa table d’hôtes", ...more });
  const { slug } = makeCollection(facilitator, authorize(facilitator, "resource.write", office), input);
  const read = () => authorize(facilitator, "resource.edit", getCollection(facilitator, slug));
  const titles = () => listOfCollection(facilitator, read()).map((row) => row.title);
  return { territory, office, facilitator, host, input, slug, read, titles };
}

it.each([
  ["add", "d", "abcd"],
  ["add", "a", "abc"],
  ["remove", "b", "ac"],
  ["up", "b", "bac"],
  ["up", "a", "abc"],
  ["down", "b", "acb"],
  ["down", "c", "abc"],
  ["down", "x", "abc"],
] as const)("%s %s makes %s of abc", (intent, resource, after) => {
  expect(changed(["a", "b", "c"], { intent, resource }).join("")).toBe(after);
});

it("ships several collections, each of sheets that ship", () => {
  syncShippedSheets("content/sheets");
  syncShippedSheets("content/sheets");
  const { host } = setUp();
  const shipped = listCollections(host).filter((row) => row.ownerId === null);
  expect(shipped).toHaveLength(readShippedCollections("content/collections").length);
  const opening = shipped.find((row) => row.slug === "ouvrir-sa-saison");
  expect(listOfCollection(host, opening ?? { resourceIds: [] }).map((row) => row.slug)[0]).toBe("preparer-son-ouverture");
});

it("keeps its order, and shows its host what they have done", () => {
  const { facilitator, host, office, read, titles } = setUp();
  const [one, two] = [
    makeResource(facilitator, office, { title: "Première" }),
    makeResource(facilitator, office, { title: "Seconde" }),
  ];
  changeCollection(facilitator, read(), { intent: "add", resource: one.id });
  changeCollection(facilitator, read(), { intent: "add", resource: two.id });
  changeCollection(facilitator, read(), { intent: "up", resource: two.id });
  expect(titles()).toEqual(["Seconde", "Première"]);
  markResource(host, { id: two.id, ownerId: office.id }, "done");
  expect(listOfCollection(host, read()).map((row) => row.isDone)).toEqual([true, false]);
});

it("shows nobody a draft that it holds, nor adds what its maker cannot read", () => {
  const { facilitator, host, office, read } = setUp();
  const draft = makeResource(facilitator, office, { state: "draft" });
  changeCollection(facilitator, read(), { intent: "add", resource: draft.id });
  expect(listOfCollection(facilitator, read())).toHaveLength(1);
  expect(listOfCollection(host, read())).toEqual([]);
  const elsewhere = makeOrganisation();
  const theirs = makeResource(makeMember(elsewhere.id, "facilitator"), elsewhere);
  expect(() => changeCollection(facilitator, read(), { intent: "add", resource: theirs.id })).toThrow(NotFoundError);
});

it("is read as its office says: itself, its territory, or the network", () => {
  const own = setUp();
  const stranger = makeMember(makeOrganisation().id, "facilitator");
  expect(getCollection(own.host, own.slug).title).toBe("Ouvrir sa table d’hôtes");
  expect(() => getCollection(stranger, own.slug)).toThrow(NotFoundError);
  const shared = setUp({ visibility: "territory" });
  const sisterOffice = makeOrganisation({ parentId: shared.territory.id, name: "Office des Marais" });
  const sister = makeMember(sisterOffice.id, "facilitator");
  expect(getCollection(sister, shared.slug).id).toBe(shared.input.id);
  // Hosts of a sister office too; each list says whose it is, one's own first.
  const sisterHost = makeProviderLogin(sister, makeProvider(sister, sisterOffice));
  expect(getCollection(sisterHost, shared.slug).id).toBe(shared.input.id);
  expect(listCollections(sisterHost).find((one) => one.slug === shared.slug)).toMatchObject({
    isOwn: false,
    office: shared.office.name,
  });
  expect(listCollections(shared.host)[0]).toMatchObject({ slug: shared.slug, isOwn: true });
  expect(() => getCollection(stranger, shared.slug)).toThrow(NotFoundError);
  const all = setUp({ visibility: "network" });
  expect(() => authorize(stranger, "resource.edit", getCollection(stranger, all.slug))).toThrow(ForbiddenError);
});

it("refuses to lose what a colleague saved, and goes away whole", () => {
  const { facilitator, read, input, slug } = setUp();
  correctCollection(facilitator, read(), { ...input, version: 1, title: "Ma table" });
  expect(() => correctCollection(facilitator, read(), { ...input, version: 1 })).toThrow(ConflictError);
  deleteCollection(facilitator, read());
  expect(() => getCollection(facilitator, slug)).toThrow(NotFoundError);
});
