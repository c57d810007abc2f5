import type { Page } from "@playwright/test";
import { sqlite } from "~/db/client.server";
import { lastMailTo } from "~/testing/factories/mail";
import { makeRegistration, makeWorkshop } from "~/testing/factories/workshop";
import { expect, test, type World } from "./fixtures";
import { e2e } from "./settings";

const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
const keyIn = (email: string) => /\/r\/([\w-]{43})/.exec(lastMailTo(email)?.text ?? "")?.[1] ?? "";

async function register(page: Page, person: { name: string; email: string }) {
  await page.getByLabel("Votre nom").fill(person.name);
  await page.getByLabel("Votre établissement").fill(`Gîte de ${person.name}`);
  await page.getByLabel("Votre e-mail").fill(person.email);
  await page.getByRole("button", { name: /S’inscrire/ }).click();
}

test("a visitor registers, another waits, is offered the seat, takes it and cancels, without JavaScript", async ({
  browser,
  world,
}) => {
  const { office, people } = world;
  const workshop = makeWorkshop(people.facilitator, office, {
    title: "Photos au téléphone",
    capacity: 1,
    parts: [{ day: inDays(10), from: "14:00", to: "16:00" }],
  });
  const [first, second] = [`un-${office.slug}@hote.example`, `deux-${office.slug}@hote.example`];
  const context = await browser.newContext({ baseURL: e2e.url, locale: "fr-FR", javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(`/programme/${office.slug}`);
  await expect(page.getByText("1 place libre")).toBeVisible();
  await page.getByRole("link", { name: "Photos au téléphone" }).click();
  await register(page, { name: "Odile", email: first });
  await expect(page.getByRole("heading", { name: "Votre place est réservée" })).toBeVisible();
  await page.goto(`/programme/${office.slug}/${workshop.id}`);
  await register(page, { name: "Rémi", email: second });
  await expect(page.getByRole("heading", { name: "Vous êtes sur la liste d’attente" })).toBeVisible();
  await page.goto(`/r/${keyIn(second)}`);
  await expect(page.getByText("Vous êtes sur la liste d’attente, au rang 1.")).toBeVisible();
  await page.goto(`/r/${keyIn(first)}`);
  await page.getByRole("button", { name: "Annuler mon inscription" }).click();
  await expect(page.getByText("Votre inscription est annulée.").first()).toBeVisible();
  expect(lastMailTo(second)?.subject).toBe("Une place s’est libérée\u00a0: Photos au téléphone");
  await page.goto(`/r/${keyIn(second)}`);
  await page.getByRole("button", { name: "Prendre la place" }).click();
  await expect(page.getByText("Votre place est réservée.")).toBeVisible();
  await page.getByRole("button", { name: "Annuler mon inscription" }).click();
  await expect(page.getByText("Votre inscription est annulée.").first()).toBeVisible();
  const embed = await context.request.get(`/embed/programme/${office.slug}`);
  expect(embed.headers()["content-security-policy"]).toContain("frame-ancestors *");
  expect((await context.request.get(`/programme/${office.slug}/calendar.ics`)).headers()["content-type"]).toContain(
    "text/calendar",
  );
  await context.close();
});

test("a link that was lost comes back by mail, and a page never says whose mail is known, without JavaScript", async ({
  browser,
  world,
}) => {
  const { office, people } = world;
  const parts = [{ day: inDays(10), from: "14:00", to: "16:00" }];
  const workshop = makeWorkshop(people.facilitator, office, { title: "Photos au téléphone", parts });
  const [known, other] = [`connue-${office.slug}@hote.example`, `autre-${office.slug}@hote.example`];
  makeRegistration(workshop, { name: "Odile", email: known });
  const before = keyIn(known);
  const context = await browser.newContext({ baseURL: e2e.url, locale: "fr-FR", javaScriptEnabled: false });
  const page = await context.newPage();
  const ask = async (email: string) => {
    await page.goto(`/programme/${office.slug}/${workshop.id}`);
    await page.getByText("Déjà inscrit ? Retrouver mon inscription").click();
    await page.getByLabel("E-mail donné à l’inscription").fill(email);
    await page.getByRole("button", { name: "Recevoir mon lien" }).click();
    return (await page.getByRole("status").textContent())?.replace(email, "…");
  };
  const [said, saidToOther] = [await ask(known), await ask(other)];
  expect(said).toBe(saidToOther);
  expect(lastMailTo(other)).toBeUndefined();
  expect(lastMailTo(known)?.subject).toBe("Votre inscription\u00a0: Photos au téléphone");
  expect(keyIn(known)).not.toBe(before);
  await page.goto(`/r/${keyIn(known)}`);
  await expect(page.getByText("Votre place est réservée.")).toBeVisible();
  await page.goto(`/programme/${office.slug}/${workshop.id}`);
  await register(page, { name: "Odile", email: known });
  await expect(page.getByRole("heading", { name: "Votre place est réservée" })).toBeVisible();
  expect(lastMailTo(known)?.subject).toBe("Votre inscription\u00a0: Photos au téléphone");
  await page.goto(`/r/${keyIn(known)}`);
  await page.getByRole("button", { name: "Annuler mon inscription" }).click();
  await expect(page.getByText("Votre inscription est annulée.").first()).toBeVisible();
  await context.close();
});

/** A workshop of this hour, with 80 people registered. */
function openToday({ office, people }: World) {
  const day = inDays(1);
  const workshop = makeWorkshop(people.facilitator, office, {
    title: "Lancement de saison",
    capacity: 100,
    hasSignatures: "on",
    parts: [{ day, from: "10:00", to: "12:00" }],
  });
  for (let number = 1; number <= 80; number += 1)
    makeRegistration(workshop, { name: `Personne ${String(number).padStart(2, "0")}` });
  const start = Date.now() - 3_600_000;
  const today = new Date().toISOString().slice(0, 10);
  sqlite()
    .prepare("UPDATE workshops SET starts_at = ?, ends_at = ?, held_on = ? WHERE id = ?")
    .run(start, start + 7_200_000, today, workshop.id);
  return workshop;
}

/** The tablet goes to one person, who signs with a finger: the page is left with the code alone. */
async function sign(page: Page, name: string): Promise<void> {
  await page.getByLabel("Code pour reprendre la tablette").fill("2468");
  await page.getByRole("button", { name: `Faire signer (${name})` }).click();
  await expect(page.getByRole("heading", { name })).toBeVisible();
  const box = await page.getByRole("img", { name: /Signez ici/ }).boundingBox();
  if (!box) throw new Error("no field");
  await page.mouse.move(box.x + 40, box.y + 60);
  await page.mouse.down();
  await page.mouse.move(box.x + 200, box.y + 120, { steps: 5 });
  await page.mouse.up();
  await page.getByRole("button", { name: "Je signe" }).click();
  await expect(page.getByRole("status")).toContainText("Merci");
  await page.goto("/today");
  await expect(page.getByRole("heading", { name })).toBeVisible();
  await page.getByLabel("Code", { exact: true }).fill("2468");
  await page.getByRole("button", { name: "Revenir à la liste" }).click();
}

test("on a tablet 80 people are ticked, two of them sign, the workshop ends, and the log and the certificates are there", async ({
  as,
  world,
}) => {
  test.setTimeout(90_000);
  const workshop = sqlite()
    .transaction(() => openToday(world))
    .immediate();
  const page = await as("facilitator", { width: 820 });
  await page.goto(`/workshops/${workshop.id}/attendance`);
  await page.getByRole("button", { name: "Commencer" }).click();
  const last = page.getByRole("group", { name: "Personne 80" });
  await expect(last).toBeVisible();
  const box = await last.getByText("Excusé", { exact: true }).locator("..").boundingBox();
  expect(box?.height ?? 0).toBeGreaterThanOrEqual(44);
  await sign(page, "Personne 07");
  await page.getByRole("button", { name: "Confirmer à sa place (Personne 08)" }).click();
  await expect(page.getByText("2 signatures")).toBeVisible();
  await last.getByLabel("Absent sans prévenir").check();
  await page.getByLabel(/Venus sans inscription/).fill("Jeanne Lestage, Camping des Dunes");
  await page.context().setOffline(true);
  await page.getByRole("button", { name: "Tous présents" }).click();
  await expect(page.getByRole("alert")).toContainText("rien n’est perdu");
  await page.context().setOffline(false);
  await expect(page.getByRole("alert")).toHaveCount(0);
  await page.getByRole("button", { name: "Tous présents" }).click();
  await expect(page.getByText("80 présents sur 81")).toBeVisible();
  await page.getByRole("button", { name: "Terminer l’atelier" }).click();
  await page.getByRole("button", { name: "Délivrer les attestations" }).click();
  await expect(page.getByText("80 attestations sont délivrées.")).toBeVisible();
  const [file] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: "Ouvrir les attestations (PDF)" }).click(),
  ]);
  expect(file.suggestedFilename()).toBe("attestations.pdf");
  await page.getByRole("link", { name: "Voir la séance écrite" }).click();
  await expect(page.getByText("Lancement de saison").first()).toBeVisible();
  await expect(page.getByText("Jeanne Lestage").first()).toBeVisible();
});

test("simultaneous registrations for the last seat give one seat, and the others places in order", async ({
  world,
  playwright,
}) => {
  const rush = Number(process.env.RUSH ?? 40);
  test.setTimeout(120_000);
  const { office, people } = world;
  const parts = [{ day: inDays(10), from: "14:00", to: "16:00" }];
  const workshop = makeWorkshop(people.facilitator, office, { capacity: 1, parts });
  const api = await playwright.request.newContext({ baseURL: e2e.url });
  const answers = await Promise.all(
    Array.from({ length: rush }, (_, number) =>
      api.post(`/programme/${office.slug}/${workshop.id}`, {
        headers: { origin: e2e.url },
        form: {
          id: crypto.randomUUID(),
          intent: "register",
          name: `Personne ${number}`,
          establishment: `Gîte ${number}`,
          email: `rush-${number}-${office.slug}@hote.example`,
        },
        timeout: 110_000,
      }),
    ),
  );
  expect(answers.map((one) => one.status()).filter((status) => status !== 200)).toEqual([]);
  const rows = sqlite()
    .prepare<[string], { state: string; position: number }>(
      "SELECT state, position FROM workshop_registrations WHERE workshop_id = ? ORDER BY position",
    )
    .all(workshop.id);
  expect(rows.map((row) => row.position)).toEqual(Array.from({ length: rush }, (_, number) => number + 1));
  expect(rows.map((row) => row.state)).toEqual(["registered", ...Array.from({ length: rush - 1 }, () => "waiting")]);
  await api.dispose();
});
