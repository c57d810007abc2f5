import { expect, test } from "./fixtures";

/** An invented listing in the form of a DATAtourisme flux. */
function listing(given: { id: string; types: string[]; name: string; phone: string; mail?: string }) {
  return {
    "@id": `https://data.datatourisme.gouv.fr/33/${given.id}`,
    "@type": ["PointOfInterest", "PlaceOfInterest", ...given.types],
    "dc:identifier": given.id,
    "rdfs:label": { fr: [given.name] },
    hasContact: [{ "schema:telephone": [given.phone], ...(given.mail ? { "schema:email": [given.mail] } : {}) }],
    isLocatedAt: [
      {
        "schema:address": [
          {
            "schema:addressLocality": "Soulac-sur-Mer",
            "schema:postalCode": "33780",
            "schema:streetAddress": ["3 rue du Phare"],
            hasAddressCity: { insee: "33514" },
          },
        ],
        "schema:geo": { "schema:latitude": "45.51", "schema:longitude": "-1.12" },
      },
    ],
    lastUpdate: "2026-10-01",
  };
}

const flux = [
  listing({
    id: "HOTAQU033FS0001",
    types: ["Accommodation", "HotelTrade", "Hotel"],
    name: "Hôtel des Embruns",
    phone: "+33199000001",
  }),
  listing({
    id: "HOTAQU033FS0002",
    types: ["Accommodation", "HotelTrade", "Hotel"],
    name: "Hôtel de l’Estuaire",
    phone: "+33199000002",
  }),
  listing({ id: "RESAQU033FS0003", types: ["FoodEstablishment", "Restaurant"], name: "La Marée haute", phone: "+33199000003" }),
  listing({ id: "FMAAQU033FS0004", types: ["EntertainmentAndEvent", "Event"], name: "Fête du port", phone: "+33199000004" }),
];
const file = (objects: unknown, name = "flux.json") => ({
  name,
  mimeType: "application/json",
  buffer: Buffer.from(JSON.stringify(objects)),
});

for (const javaScript of [true, false]) {
  test(`a facilitator imports a flux and finds its hotels, ${javaScript ? "with" : "without"} JavaScript`, async ({ as }) => {
    const page = await as("facilitator", { javaScript });
    await page.goto("/providers/import");
    await page.getByLabel("Fichier").setInputFiles(file(flux));
    await page.getByRole("button", { name: "Lire le fichier" }).click();
    await expect(page.getByRole("button", { name: "Importer 3 fiches" })).toBeVisible({ timeout: 15_000 });
    await page.getByRole("link", { name: /Écartées/ }).click();
    await expect(page.getByRole("row", { name: /Fête du port/ })).toContainText("événement");
    await page.getByRole("link", { name: /Nouvelles/ }).click();
    await page.getByLabel("Importer La Marée haute").uncheck();
    await page.getByRole("button", { name: "Garder mes choix" }).click();
    await page.getByRole("button", { name: "Importer 2 fiches" }).click();
    await expect(page.getByRole("heading", { name: "Import terminé" })).toBeVisible({ timeout: 15_000 });
    await page.goto("/providers?kind=hotel");
    await expect(page.getByRole("link", { name: "Hôtel des Embruns" })).toBeVisible();
    await expect(page.getByRole("link", { name: "Hôtel de l’Estuaire" })).toBeVisible();

    await page.goto("/providers/import");
    await page.getByRole("link", { name: "flux.json" }).click();
    await page.getByRole("button", { name: "Annuler cet import" }).click();
    await expect(page.getByRole("heading", { name: "Import annulé" })).toBeVisible({ timeout: 15_000 });
    await page.goto("/providers?q=embruns");
    await expect(page.getByRole("link", { name: "Hôtel des Embruns" })).toHaveCount(0);
  });
}

test("a file that is none is refused in words and changes nothing", async ({ as }) => {
  const page = await as("facilitator");
  await page.goto("/providers/import");
  await page.getByRole("button", { name: "Lire le fichier" }).click();
  await expect(page.getByRole("alert")).toContainText("À remplir");
  await page
    .getByLabel("Fichier")
    .setInputFiles({ name: "photo.zip", mimeType: "application/zip", buffer: Buffer.from("PK\u0003\u0004abîmé") });
  await page.getByRole("button", { name: "Lire le fichier" }).click();
  await expect(page.getByRole("heading", { name: "Ce fichier n’a pas été importé" })).toBeVisible({ timeout: 15_000 });
  await expect(page.getByText("Rien n’a changé dans votre office.")).toBeVisible();
});

test("an import is the office's own", async ({ as }) => {
  const page = await as("facilitator");
  await page.goto("/providers/import");
  await page.getByLabel("Fichier").setInputFiles(file(flux));
  await page.getByRole("button", { name: "Lire le fichier" }).click();
  await expect(page.getByRole("button", { name: "Importer 3 fiches" })).toBeVisible({ timeout: 15_000 });
  for (const person of ["colleague", "coordinator", "provider"] as const) {
    const other = await as(person);
    expect((await other.goto(page.url()))?.status()).toBe(404);
  }
});
