import { expect, it } from "vitest";
import { authorize } from "~/access/authorized";
import { db } from "~/db/client.server";
import { organisationCommunes } from "~/db/schema/organisations.server";
import { openTestDatabase } from "~/testing/database";
import { makeMember, makeOrganisation } from "~/testing/factories/world";
import { uploadOutlines } from "./outlines.commands.server";
import { countOutlines, listOutlines } from "./outlines.queries.server";
import { getSettings } from "./settings.queries.server";

openTestDatabase({ at: "2026-11-24T10:00:00Z" });

const feature = (code: string, west: number) => ({
  type: "Feature",
  properties: { code },
  geometry: {
    type: "Polygon",
    coordinates: [
      [
        [west, 45],
        [west, 45.1],
        [west + 0.1, 45.1],
        [west + 0.1, 45],
        [west, 45],
      ],
    ],
  },
});
function posted(content: string) {
  const body = new FormData();
  body.append("file", new File([content], "communes.geojson"));
  return new Request("http://localhost/settings/office/outlines", { method: "POST", body });
}
const collection = (...codes: string[]) =>
  JSON.stringify({ type: "FeatureCollection", features: codes.map((code, place) => feature(code, place)) });

it("keeps the outlines of the office's communes alone, and those of the last file", async () => {
  const office = makeOrganisation();
  const director = makeMember(office.id, "director");
  const own = authorize(director, "organisation.settings", getSettings(director, office.id));
  for (const inseeCode of ["33514", "33540"])
    db().insert(organisationCommunes).values({ organisationId: office.id, inseeCode }).onConflictDoNothing().run();
  expect(await uploadOutlines(director, own, posted(collection("33514", "33540", "33063")))).toEqual({ count: 2 });
  await expect(uploadOutlines(director, own, posted(collection("33063")))).rejects.toMatchObject({ key: "outlinesElsewhere" });
  expect(countOutlines(office.id)).toBe(2);
  await uploadOutlines(director, own, posted(collection("33540")));
  expect(listOutlines([office.id]).map((one) => one.inseeCode)).toEqual(["33540"]);
  expect(countOutlines(makeOrganisation().id)).toBe(0);
});
