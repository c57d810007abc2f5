import { authorize } from "~/access/authorized";
import { addAction } from "~/features/action-plans/actions.commands.server";
import { actionSchema } from "~/features/action-plans/form";
import { getPlanHead } from "~/features/action-plans/queries.server";
import { newId } from "~/lib/ids";
import { makeProvider } from "~/testing/factories/world";
import { expect, test } from "./fixtures";
import { countingHand } from "./pages/counting-hand";

const note = "Lu les dix derniers avis, répondu à trois, préparé un modèle.";

test("a whole one-to-one session takes at most 12 interactions from Aujourd’hui", async ({ as }) => {
  const page = await as("facilitator");
  await page.goto("/today");
  const hand = countingHand();
  await hand.tap(page.getByRole("link", { name: "Nouvelle séance" }).first());
  await hand.type(page.getByLabel("Avec qui"), "pins");
  await hand.tap(page.getByRole("button", { name: "Ajouter Gîte des Pins" }));
  await hand.tap(page.getByRole("radio", { name: "45 min" }));
  await hand.tap(page.getByRole("radio", { name: "E-réputation" }));
  await hand.type(page.getByLabel("Ce qui a été fait"), note);
  await hand.type(page.getByLabel("Prochaine étape"), "Répondre à chaque avis");
  await hand.tap(page.getByRole("radio", { name: /^dans 15 jours/ }));
  await hand.tap(page.getByRole("button", { name: "Enregistrer la séance" }));
  await expect(page.getByRole("status").filter({ hasText: "La séance est enregistrée." })).toBeVisible();
  await expect(page.getByText(note)).toBeVisible();
  expect(hand.count).toBeLessThanOrEqual(12);
});

test("a group of ten from a list takes at most 15 interactions", async ({ as, world }) => {
  for (let nth = 1; nth <= 9; nth += 1) makeProvider(world.people.facilitator, world.office, { name: `Gîte numéro ${nth}` });
  const page = await as("facilitator");
  await page.goto("/today");
  const hand = countingHand();
  await hand.tap(page.getByRole("link", { name: "Nouvelle séance" }).first());
  await hand.tap(page.getByRole("button", { name: "Mes prestataires" }));
  for (let nth = 1; nth <= 9; nth += 1) await hand.tap(page.getByRole("checkbox", { name: `Gîte numéro ${nth}` }));
  await hand.tap(page.getByRole("checkbox", { name: /Hôtel du Phare/ }));
  await hand.tap(page.getByRole("radio", { name: "2 h", exact: true }));
  await hand.tap(page.getByRole("radio", { name: "E-réputation" }));
  await hand.tap(page.getByRole("button", { name: "Enregistrer la séance" }));
  await expect(page.getByRole("link", { name: "Gîte numéro 9" })).toBeVisible();
  await expect(page.getByRole("link", { name: "Hôtel du Phare" })).toBeVisible();
  expect(hand.count).toBeLessThanOrEqual(15);
});

test("the form is filled and saved by keyboard alone", async ({ as }) => {
  const page = await as("facilitator");
  await page.goto("/coaching/new");
  await page.getByLabel("Avec qui").focus();
  await page.keyboard.type("phare");
  await expect(page.getByRole("button", { name: "Ajouter Hôtel du Phare" })).toBeVisible();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("button", { name: "Retirer Hôtel du Phare" })).toBeVisible();
  await expect(page.getByLabel("Avec qui")).toBeFocused();
  await page.getByRole("radio", { name: "Sur place" }).focus();
  await page.keyboard.press("ArrowRight");
  await expect(page.getByRole("radio", { name: "À l’office" })).toBeChecked();
  await page.getByLabel("Autre durée").focus();
  await page.keyboard.type("50");
  await page.getByLabel("Ce qui a été fait").focus();
  await page.keyboard.type("Fiche relue.");
  await page.getByLabel("Prochaine étape").focus();
  await page.keyboard.type("Compléter les photos");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("status").filter({ hasText: "La séance est enregistrée." })).toBeVisible();
  await expect(page.getByText("50 min")).toBeVisible();
});

test("without JavaScript: a list to tick, acts of a theme, a group with an absence", async ({ as }) => {
  const page = await as("facilitator", { javaScript: false });
  await page.goto("/coaching/new");
  await page.getByRole("button", { name: "Mes prestataires" }).click();
  await page.getByRole("checkbox", { name: /Gîte des Pins/ }).check();
  await page.getByRole("checkbox", { name: /Hôtel du Phare/ }).check();
  await page.getByRole("button", { name: "Ajouter la sélection" }).click();
  await page.getByLabel("Présence : Hôtel du Phare").selectOption({ label: "absent sans prévenir" });
  await page.getByRole("radio", { name: "1 h", exact: true }).check();
  await page.getByRole("radio", { name: "E-réputation" }).check();
  await page.getByRole("button", { name: "Afficher les gestes et les fiches du thème" }).click();
  await page.getByRole("checkbox", { name: "Alerte de veille mise en place." }).check();
  await page.getByRole("button", { name: "Enregistrer la séance" }).click();
  await expect(page.getByText("Alerte de veille mise en place.")).toBeVisible();
  await expect(page.getByText("absent sans prévenir")).toBeVisible();
});

test("a closed tab loses nothing: another device resumes the entry, saving it forgets the draft", async ({ as }) => {
  const tablet = await as("facilitator");
  await tablet.goto("/coaching/new");
  await tablet.getByLabel("Avec qui").fill("pins");
  await tablet.getByRole("button", { name: "Ajouter Gîte des Pins" }).click();
  await tablet.getByLabel("Ce qui a été fait").fill("Début de compte rendu");
  await expect(tablet.getByText(/Brouillon gardé à/)).toBeVisible();
  await tablet.close();

  const desk = await as("facilitator");
  await desk.goto("/coaching/new");
  await desk.getByRole("link", { name: /Reprendre la saisie de/ }).click();
  await expect(desk.getByLabel("Ce qui a été fait")).toHaveValue("Début de compte rendu");
  await expect(desk.getByRole("button", { name: "Retirer Gîte des Pins" })).toBeVisible();
  await desk.getByRole("radio", { name: "30 min" }).check();
  await desk.getByRole("button", { name: "Enregistrer la séance" }).click();
  // The form shows the same words: only the session's own page says that it is saved.
  await expect(desk).toHaveURL(/\/coaching\/[0-9a-f-]{36}/);
  await expect(desk.getByText("Début de compte rendu")).toBeVisible();
  await desk.goto("/coaching/new");
  await expect(desk.getByRole("link", { name: /Reprendre la saisie de/ })).toHaveCount(0);
});

test("one entry finished on two devices asks: apart or in place", async ({ as }) => {
  const tablet = await as("facilitator");
  await tablet.goto("/coaching/new");
  await tablet.getByLabel("Avec qui").fill("pins");
  await tablet.getByRole("button", { name: "Ajouter Gîte des Pins" }).click();
  await tablet.getByRole("radio", { name: "30 min" }).check();
  await tablet.getByLabel("Ce qui a été fait").fill("Premier texte");
  await expect(tablet.getByText(/Brouillon gardé à/)).toBeVisible();

  const desk = await as("facilitator");
  await desk.goto("/coaching/new");
  await desk.getByRole("link", { name: /Reprendre la saisie de/ }).click();
  await expect(desk.getByLabel("Ce qui a été fait")).toHaveValue("Premier texte");
  await tablet.getByRole("button", { name: "Enregistrer la séance" }).click();
  await expect(tablet).toHaveURL(/\/coaching\/[0-9a-f-]{36}/);
  await expect(tablet.getByText("Premier texte")).toBeVisible();

  await desk.getByLabel("Ce qui a été fait").fill("Second texte");
  await desk.getByRole("button", { name: "Enregistrer la séance" }).click();
  await expect(desk.getByRole("alert")).toContainText("déjà enregistrée");
  await expect(desk.getByRole("alert")).toContainText("Premier texte");
  await expect(desk.getByLabel("Ce qui a été fait")).toHaveValue("Second texte");
  await desk.getByRole("button", { name: "Remplacer" }).click();
  await expect(desk.getByRole("paragraph").filter({ hasText: "Second texte" })).toBeVisible();
});

for (const javaScript of [true, false]) {
  test(`a session is tied to a step of the plan${javaScript ? "" : ", without JavaScript"}`, async ({ as, world }) => {
    const { facilitator } = world.people;
    const provider = world.providers[0]?.id ?? "";
    const head = getPlanHead(facilitator, provider, "plan.edit");
    const step = actionSchema.parse({ id: newId(), title: "Répondre aux dix derniers avis" });
    addAction(facilitator, authorize(facilitator, "plan.edit", head), step);
    const page = await as("facilitator", { javaScript });
    await page.goto(`/coaching/new?provider=${provider}`);
    await page.getByLabel(/^Répondre aux dix derniers avis/).check();
    await page.getByLabel("Autre durée").fill("45");
    await page.getByRole("button", { name: "Enregistrer la séance" }).click();
    await expect(page.getByRole("link", { name: "Répondre aux dix derniers avis" })).toBeVisible();
    await page.getByRole("link", { name: "Corriger" }).click();
    await expect(page.getByLabel(/^Répondre aux dix derniers avis/)).toBeChecked();
    await page.getByLabel(/^Répondre aux dix derniers avis/).uncheck();
    await page.getByRole("button", { name: "Enregistrer la correction" }).click();
    await expect(page.getByRole("status").filter({ hasText: "La séance est corrigée." })).toBeVisible();
    await expect(page.getByRole("link", { name: "Répondre aux dix derniers avis" })).toHaveCount(0);
  });
}

test("a refusal names each field in words, keeps what was typed, and answers whatever the year", async ({ as }) => {
  const page = await as("facilitator", { javaScript: false });
  await page.goto("/coaching/new");
  await page.getByLabel("Personnes présentes sans fiche").fill("dix");
  await page.getByLabel("Date", { exact: true }).fill("20226-11-20");
  await page.getByLabel("Autre durée").fill("45");
  await page.getByLabel("Prochaine étape").fill("Répondre à chaque avis");
  await page.getByRole("radio", { name: "à une date" }).check({ force: true });
  await page.getByText("Plus de détails").click();
  await page.getByLabel("Kilomètres").fill("12,5");
  await page.getByRole("button", { name: "Enregistrer la séance" }).click();
  const refusals = page.getByRole("alert").getByRole("listitem");
  await expect(refusals).toHaveText([/^Personnes présentes/, /^Date\s:/, /^Kilomètres/, /^Date de l’échéance/]);
  await expect(page.getByLabel("Prochaine étape")).toHaveValue("Répondre à chaque avis");
});
