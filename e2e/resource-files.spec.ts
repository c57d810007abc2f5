import PDFDocument from "pdfkit";
import sharp from "sharp";
import { makeResource } from "~/testing/factories/resource";
import { expect, test } from "./fixtures";

function pdfOf(words: string): Promise<Buffer> {
  return new Promise((done) => {
    const pdf = new PDFDocument();
    const parts: Buffer[] = [];
    pdf.on("data", (part: Buffer) => parts.push(part));
    pdf.on("end", () => done(Buffer.concat(parts)));
    pdf.text(words);
    pdf.end();
  });
}

for (const javaScript of [true, false]) {
  test(`a host finds a document by its words${javaScript ? "" : ", without JavaScript"}`, async ({ as }) => {
    test.setTimeout(90_000);
    const page = await as("facilitator", { javaScript });
    await page.goto("/resources/new");
    const title = `Modèle de règlement ${Date.now()}`;
    await page.getByLabel("Titre").fill(title);
    await page.getByLabel("Forme").selectOption("Document");
    await page.getByLabel("Thème", { exact: true }).selectOption("legal");
    await page.getByLabel("État").selectOption("Publiée");
    await page.getByRole("button", { name: "Enregistrer" }).click();
    await expect(page.getByRole("status")).toContainText("Ajoutez maintenant le document.");
    const word = `ornithorynque${Date.now()}`;
    const pdf = { name: "règlement.pdf", mimeType: "application/pdf", buffer: await pdfOf(`Interdit au ${word}`) };
    await page.getByLabel("Choisir un document").setInputFiles(pdf);
    await page.getByRole("button", { name: "Ajouter le document" }).click();
    await expect(page.getByRole("link", { name: /règlement\.pdf/ })).toBeVisible();

    const host = await as("provider", { javaScript, width: 390 });
    await expect(async () => {
      await host.goto(`/my/resources?q=${word}`);
      await expect(host.getByRole("link", { name: title })).toBeVisible({ timeout: 500 });
    }).toPass({ timeout: 40_000 });
    await host.getByRole("link", { name: title }).click();
    const address = (await host.getByRole("link", { name: /Télécharger règlement\.pdf/ }).getAttribute("href")) ?? "";
    const answer = await host.request.get(address);
    expect(answer.headers()["content-type"]).toBe("application/pdf");
    expect(answer.headers()["content-disposition"]).toContain("attachment");

    await page.getByLabel("Choisir un document").setInputFiles({ ...pdf, buffer: await pdfOf("Règlement de l’année") });
    await page.getByRole("button", { name: "Remplacer le document" }).click();
    await expect(page.getByRole("status")).toContainText("Le document est enregistré.");
    expect((await host.request.get(address)).status()).toBe(404);
    await page.getByRole("link", { name: "Revenir à la ressource" }).click();
    await page.getByRole("link", { name: "Versions" }).click();
    await page.getByRole("button", { name: "Reprendre la version 2" }).click();
    await expect(page.getByRole("status")).toContainText("La version 2 est reprise.");
    expect((await host.request.get(address)).status()).toBe(200);
  });
}

test("a video shows a picture of ours and asks its site nothing", async ({ as, world }) => {
  const { slug } = makeResource(world.people.facilitator, world.office, {
    kind: "video",
    url: "https://video.example/v/1",
    body: "",
  });
  const picture = await sharp({ create: { width: 640, height: 360, channels: 3, background: "#0a5c58" } })
    .png()
    .toBuffer();
  const page = await as("facilitator");
  await page.goto(`/resources/${slug}/files`);
  await page
    .getByRole("region", { name: "Image de la ressource" })
    .getByLabel("Choisir une image")
    .setInputFiles({ name: "vue.png", mimeType: "image/png", buffer: picture });
  await page.getByRole("region", { name: "Image de la ressource" }).getByRole("button", { name: "Ajouter l’image" }).click();
  await expect(page.getByRole("status")).toContainText("L’image est enregistrée.");

  const host = await as("provider", { width: 390 });
  const asked: string[] = [];
  host.on("request", (request) => asked.push(new URL(request.url()).host));
  await host.goto(`/my/resources/${slug}`);
  const shown = host.getByRole("article").getByRole("presentation");
  await expect(shown).toBeVisible();
  expect(await shown.evaluate((image) => (image instanceof HTMLImageElement ? image.naturalWidth : 0))).toBe(640);
  expect(asked.filter((site) => site === "video.example")).toEqual([]);
  await expect(host.getByRole("link", { name: /Ouvrir la vidéo sur video\.example/ })).toHaveAttribute(
    "href",
    "https://video.example/v/1",
  );
});
