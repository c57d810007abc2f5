import sharp from "sharp";
import { authorize } from "~/access/authorized";
import { sqlite } from "~/db/client.server";
import { closeWorkshop, recordAttendance } from "~/features/workshops/attendance.commands.server";
import { newId } from "~/lib/ids";
import { makeFinishedReport } from "~/testing/factories/activity-report";
import { makeRegistration, makeWorkshop } from "~/testing/factories/workshop";
import { expect, test, type World } from "./fixtures";

const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

/** A sheet of paper with two names, as a phone takes it: with the place where it was taken. */
const sheet = () =>
  sharp(
    Buffer.from(
      `<svg xmlns="http://www.w3.org/2000/svg" width="900" height="1200"><rect width="900" height="1200" fill="#f4f1e6"/>
       <path d="M80 260h740M80 360h740M80 460h740" stroke="#333" stroke-width="3"/>
       <path d="M520 250c40-60 60 10 90-40s30 60 80 10M520 350c60-80 40 30 120-50" fill="none" stroke="#1b3a8a" stroke-width="6"/></svg>`,
    ),
  )
    .withExif({ IFD3: { GPSLatitude: "44/1 50/1 0/1", GPSLatitudeRef: "N", GPSLongitude: "1/1 2/1 0/1", GPSLongitudeRef: "W" } })
    .jpeg()
    .toBuffer();

function runningWorkshop({ office, people }: World, heldOn = inDays(0)) {
  const workshop = makeWorkshop(people.facilitator, office, { parts: [{ day: inDays(1), from: "10:00", to: "12:00" }] });
  for (const name of ["Odile Fontanel", "Rémi Cazaux"]) makeRegistration(workshop, { name });
  const start = Date.now() - 3_600_000;
  const set = "UPDATE workshops SET state = 'running', starts_at = ?, ends_at = ?, held_on = ? WHERE id = ?";
  sqlite()
    .prepare(set)
    .run(start, start + 7_200_000, heldOn, workshop.id);
  return workshop;
}

for (const javaScript of [true, false]) {
  test(`a photographed sheet is kept as proof, and ticked later${javaScript ? "" : ", without JavaScript"}`, async ({
    as,
    world,
  }) => {
    test.setTimeout(90_000);
    const workshop = runningWorkshop(world);
    const page = await as("facilitator", { javaScript, width: 820 });
    await page.goto(`/workshops/${workshop.id}/attendance`);
    await page.getByLabel("Photo de la feuille").setInputFiles([
      { name: "feuille.jpg", mimeType: "image/jpeg", buffer: await sheet() },
      { name: "piège.jpg", mimeType: "image/jpeg", buffer: Buffer.from("<svg xmlns='http://www.w3.org/2000/svg'/>") },
    ]);
    await page.getByRole("button", { name: "Joindre" }).click();
    await expect(page.getByText("Un fichier ajouté. « piège.jpg » n’est pas d’un type accepté")).toBeVisible();
    const proof = page.getByRole("link", { name: /feuille\.jpg/ });
    const answer = await page.request.get((await proof.getAttribute("href")) ?? "");
    expect(answer.headers()["content-type"]).toBe("image/jpeg");
    const kept = await sharp(await answer.body()).metadata();
    expect([kept.exif, kept.format]).toEqual([undefined, "jpeg"]);

    await page.getByRole("group", { name: "Odile Fontanel" }).getByLabel("Présent", { exact: true }).check();
    await page.getByRole("group", { name: "Rémi Cazaux" }).getByLabel("Excusé").check();
    await page.getByRole("button", { name: "Enregistrer" }).click();
    await expect(page.getByText("1 présent sur 2")).toBeVisible();
    await page.goto(`/workshops/${workshop.id}`);
    await page.getByRole("link", { name: "1 photo de la feuille signée" }).click();
    await expect(proof).toBeVisible();
    for (const person of ["provider", "colleague", "coordinator"] as const)
      expect((await (await as(person)).request.get((await proof.getAttribute("href")) ?? "")).status()).toBe(404);
    await page.getByRole("button", { name: "Retirer feuille.jpg" }).click();
    await expect(proof).toBeHidden();
    await page.getByRole("button", { name: "Annuler", exact: false }).first().click();
    await expect(proof).toBeVisible();
  });
}

for (const javaScript of [true, false]) {
  test(`an attendance corrected in a reported year asks why and loses nothing${javaScript ? "" : ", without JavaScript"}`, async ({
    as,
    world,
  }) => {
    const { office, people } = world;
    const lastYear = Number(inDays(0).slice(0, 4)) - 1;
    const workshop = runningWorkshop(world, `${lastYear}-06-15`);
    const hold = authorize(people.facilitator, "workshop.hold", workshop);
    const none = { id: newId(), presences: {}, walkIns: "", headCount: 0, areAllPresent: true };
    recordAttendance(people.facilitator, hold, none);
    closeWorkshop(people.facilitator, hold);
    makeFinishedReport(people.director, office);
    const page = await as("facilitator", { javaScript, width: 820 });
    await page.goto(`/workshops/${workshop.id}/attendance`);
    // The same attendance saved again is no correction.
    await page.getByRole("button", { name: "Enregistrer" }).click();
    await expect(page.getByText("Les présences sont enregistrées.")).toBeVisible();
    const odile = page.getByRole("group", { name: "Odile Fontanel" }).getByLabel("Excusé");
    await odile.check();
    await page.getByLabel("Venus sans inscription").fill("Paul Grenier, Ferme des Aulnes");
    await page.getByRole("button", { name: "Enregistrer" }).click();
    await expect(page.getByLabel("Pourquoi cette correction")).toHaveAttribute("aria-invalid", "true");
    await expect(odile).toBeChecked();
    await expect(page.getByLabel("Venus sans inscription")).toHaveValue("Paul Grenier, Ferme des Aulnes");
    await page.getByLabel("Pourquoi cette correction").fill("Feuille de présence retrouvée");
    await page.getByRole("button", { name: "Enregistrer" }).click();
    await expect(page.getByText("2 présents sur 3")).toBeVisible();
    const kept = sqlite().prepare("SELECT reason FROM reported_changes WHERE owner_id = ?").pluck().all(office.id);
    expect(kept).toEqual(["Feuille de présence retrouvée"]);
  });
}

test("two tabs edit one workshop: the second is told by a 409, and loses nothing of what was typed", async ({ as, world }) => {
  const workshop = makeWorkshop(world.people.facilitator, world.office, {
    title: "Répondre aux avis",
    parts: [{ day: inDays(9), from: "10:00", to: "12:00" }],
  });
  const [first, second] = [await as("facilitator"), await as("facilitator")];
  for (const tab of [first, second]) await tab.goto(`/workshops/${workshop.id}/edit`);
  await first.getByLabel("Titre").fill("Répondre aux avis, le matin");
  await first.getByRole("button", { name: "Enregistrer" }).click();
  await expect(first.getByRole("heading", { name: "Répondre aux avis, le matin" })).toBeVisible();

  await second.getByLabel("Titre").fill("Répondre aux avis, sans y passer ses soirées");
  await second.getByLabel("Fin").first().fill("12:30");
  const [answer] = await Promise.all([
    second.waitForResponse((one) => one.request().method() === "POST" && one.url().includes(`/workshops/${workshop.id}/edit`)),
    second.getByRole("button", { name: "Enregistrer" }).click(),
  ]);
  expect(answer.status()).toBe(409);
  await expect(second.getByRole("alert")).toBeVisible();
  await expect(second.getByLabel("Titre")).toHaveValue("Répondre aux avis, sans y passer ses soirées");
  await expect(second.getByLabel("Fin").first()).toHaveValue("12:30");
  expect(titleOf(workshop.id)).toBe("Répondre aux avis, le matin");
  await second.getByRole("button", { name: "Enregistrer" }).click();
  await expect(second.getByRole("heading", { name: "Répondre aux avis, sans y passer ses soirées" })).toBeVisible();
  expect(titleOf(workshop.id)).toBe("Répondre aux avis, sans y passer ses soirées");
});

const titleOf = (id: string) => String(sqlite().prepare("SELECT title FROM workshops WHERE id = ?").pluck().get(id));
