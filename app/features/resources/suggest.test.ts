import { expect, it } from "vitest";
import { openTestDatabase } from "~/testing/database";
import { makeMember, makeOrganisation, makeProvider, makeProviderLogin } from "~/testing/factories/world";
import { syncShippedSheets } from "./shipped.commands.server";
import { suggestResources } from "./suggest.queries.server";

openTestDatabase();

it("suggests what answers the words of a step within its theme, and never more than asked", () => {
  syncShippedSheets("content/sheets");
  const office = makeOrganisation();
  const facilitator = makeMember(office.id, "facilitator");
  const host = makeProviderLogin(facilitator, makeProvider(facilitator, office));
  const step = { title: "Répondre aux derniers avis", theme: "reputation" };
  expect(suggestResources(host, step).map((row) => row.slug)[0]).toBe("repondre-a-un-avis");
  const found = suggestResources(facilitator, { title: "xyzzy", theme: "reputation" });
  expect(found).toHaveLength(3);
  expect(found.every((row) => row.theme === "reputation")).toBe(true);
  expect(suggestResources(facilitator, { title: "xyzzy", theme: null })).toEqual([]);
});
