import sharp from "sharp";
import { makeSession } from "~/testing/factories/session";
import { expect, test, type World } from "./fixtures";

function logOne({ people, office, providers }: World): string {
  return makeSession(people.facilitator, office, { providers: [providers[0]?.id ?? ""] });
}
/** A photo that says where it was taken. */
const photo = () =>
  sharp({ create: { width: 800, height: 600, channels: 3, background: "#0a5c58" } })
    .withExif({ IFD3: { GPSLatitude: "44/1 50/1 0/1", GPSLatitudeRef: "N", GPSLongitude: "1/1 2/1 0/1", GPSLongitudeRef: "W" } })
    .jpeg()
    .toBuffer();

for (const javaScript of [true, false]) {
  test(`a photo on a session loses its place${javaScript ? "" : ", without JavaScript"}`, async ({ as, world }) => {
    const taken = await photo();
    expect((await sharp(taken).metadata()).exif).toBeDefined();
    const page = await as("facilitator", { javaScript });
    await page.goto(`/coaching/${logOne(world)}`);
    await page.getByLabel("Choisir des photos ou des fichiers").setInputFiles([
      { name: "façade.jpg", mimeType: "image/jpeg", buffer: taken },
      { name: "piège.jpg", mimeType: "image/jpeg", buffer: Buffer.from("<svg xmlns='http://www.w3.org/2000/svg'/>") },
    ]);
    await page.getByRole("button", { name: "Ajouter les fichiers" }).click();
    await expect(page.getByRole("status")).toContainText("Un fichier ajouté. « piège.jpg » n’est pas d’un type accepté");
    const link = page.getByRole("link", { name: /façade\.jpg/ });
    const address = (await link.getAttribute("href")) ?? "";
    const answer = await page.request.get(address);
    expect(answer.headers()["content-type"]).toBe("image/jpeg");
    expect(answer.headers()["content-disposition"]).toContain("inline");
    expect(answer.headers()["content-security-policy"]).toContain("sandbox");
    expect((await sharp(await answer.body()).metadata()).exif).toBeUndefined();

    for (const person of ["provider", "colleague"] as const) {
      const other = await as(person);
      expect((await other.request.get(address)).status()).toBe(404);
    }
    await page.getByRole("button", { name: "Retirer façade.jpg" }).click();
    await expect(link).toBeHidden();
    await page.getByRole("button", { name: "Annuler la suppression" }).click();
    await expect(link).toBeVisible();
  });
}
