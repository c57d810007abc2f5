import { sqlite } from "~/db/client.server";
import { setClock } from "~/lib/clock";
import { addDays, dayIn, mondayOf, weekdayOf } from "~/lib/dates";
import { isHoliday } from "~/lib/public-holidays";
import { makeAppointment, makeSlot } from "~/testing/factories/agenda";
import { lastMailTo } from "~/testing/factories/mail";
import { makeWorkshop } from "~/testing/factories/workshop";
import { makeMember } from "~/testing/factories/world";
import { findingsAt } from "./axe";
import { expect, test, type World } from "./fixtures";

const today = () => dayIn("Europe/Paris", Date.now());
const emailOf = (userId: string) => String(sqlite().prepare("SELECT email FROM users WHERE id = ?").pluck().get(userId));

/** The last working day before today, without a clock that goes round midnight. */
function lastWorkday(): string {
  const before = addDays(today(), -1);
  return weekdayOf(before) > 5 ? addDays(mondayOf(before), 4) : before;
}

/** A worked Tuesday to come. */
function workdayAhead(): string {
  let tuesday = addDays(mondayOf(today()), 8);
  while (isHoliday(tuesday, "Europe/Paris")) tuesday = addDays(tuesday, 7);
  return tuesday;
}

function openHours({ people, office }: World): void {
  for (const weekday of ["1", "2", "3", "4", "5"]) makeSlot(people.facilitator, office, { weekday });
}

test("a host books, moves and cancels on a phone without JavaScript, and the office sees it in its agenda", async ({
  as,
  world,
}) => {
  openHours(world);
  const host = await as("provider", { javaScript: false, width: 390 });
  await host.goto("/my/appointments");
  await host.getByRole("radio").first().check();
  await host.getByLabel("De quoi voulez-vous parler").fill("Les avis");
  await host.getByRole("button", { name: "Prendre ce rendez-vous" }).click();
  await expect(host.getByText("Un e-mail de confirmation part.")).toBeVisible();
  expect(lastMailTo(emailOf(world.people.facilitator.userId))?.subject).toContain("Rendez-vous\u00a0:");

  const facilitator = await as("facilitator", { javaScript: false });
  await facilitator.goto("/agenda");
  await expect(facilitator.getByRole("link", { name: "Gîte des Pins", exact: true })).toBeVisible();

  await host.getByRole("link", { name: / à \d+\sh\s\d\d/ }).click();
  await host.getByRole("radio").first().check();
  await host.getByRole("button", { name: "Déplacer" }).click();
  await expect(host.getByText("Le rendez-vous est déplacé")).toBeVisible();
  await host.reload();
  await host.getByText("Annuler ce rendez-vous").first().click();
  await host.getByLabel("Pourquoi, si vous voulez le dire").fill("Un imprévu");
  await host.getByRole("button", { name: "Annuler ce rendez-vous" }).click();
  await expect(host.getByText("Le rendez-vous est annulé.")).toBeVisible();
  expect(lastMailTo(emailOf(world.people.facilitator.userId))?.text).toContain("Un imprévu");
});

test("a colleague books for a caller, and the facilitator moves it after reading what it meets", async ({ as, world }) => {
  openHours(world);
  const colleague = await as("colleague", { javaScript: false });
  await colleague.goto("/agenda/appointments/new");
  await colleague.getByLabel("Prestataire").fill("phare");
  await colleague.getByRole("button", { name: "Chercher" }).click();
  await colleague.getByRole("link", { name: "Hôtel du Phare" }).click();
  await expect(colleague.getByRole("heading", { name: "À un autre moment" })).toHaveCount(0);
  await colleague.getByRole("radio").first().check();
  await colleague.getByRole("button", { name: "Réserver cette heure" }).click();
  await expect(colleague.getByRole("heading", { name: "Hôtel du Phare" })).toBeVisible();

  const facilitator = await as("facilitator");
  await facilitator.goto("/agenda");
  await facilitator.getByRole("link", { name: "Déplacer : Hôtel du Phare" }).click();
  const sunday = addDays(mondayOf(today()), 20);
  await facilitator.getByLabel("Jour", { exact: true }).fill(sunday);
  await facilitator.getByRole("button", { name: "Déplacer" }).click();
  await expect(facilitator.getByText("n’est pas un jour travaillé")).toBeVisible();
  await expect(facilitator.getByRole("alert")).toBeFocused();
  await facilitator.getByLabel("Enregistrer quand même").check();
  await facilitator.getByRole("button", { name: "Déplacer" }).click();
  await expect(facilitator.getByText("Le rendez-vous est déplacé")).toBeVisible();
});

test("tablets are lent by number: what a workshop or an appointment asks beyond the ten is said before saving", async ({
  as,
  world,
}) => {
  test.setTimeout(60_000);
  const { office } = world;
  const tuesday = workdayAhead();
  const page = await as("facilitator");
  await page.goto("/workshops/office");
  await page.getByLabel("Nom", { exact: true }).last().fill("Tablettes");
  await page.getByLabel("Nombre").last().fill("dix");
  await page.getByRole("button", { name: "Ajouter", exact: true }).click();
  await expect(page.getByRole("alert")).toBeVisible();
  await expect(page.getByLabel("Nom", { exact: true }).last()).toHaveValue("Tablettes");
  await page.getByLabel("Nombre").last().fill("10");
  await page.getByRole("button", { name: "Ajouter", exact: true }).click();
  await expect(page.getByRole("button", { name: "Ne plus prêter" })).toBeVisible();
  const id = String(sqlite().prepare("SELECT id FROM equipment WHERE owner_id = ?").pluck().get(office.id));
  const parts = [{ day: tuesday, from: "14:00", to: "16:00" }];
  makeWorkshop(makeMember(office.id, "facilitator"), office, { title: "Photos au téléphone", equipment: [`${id}:6`], parts });

  await page.goto("/workshops/new");
  await page.getByLabel("Titre").fill("Répondre aux avis");
  await page.getByLabel("Jour").first().fill(tuesday);
  await page.getByText("Plus de réglages").click();
  await page.getByLabel(/^Tablettes/).fill("6");
  await page.getByRole("button", { name: "Enregistrer le brouillon" }).click();
  await expect(page.getByText("Tablettes : 6 demandés, 4 libres à ces heures (Photos au téléphone).").first()).toBeVisible();
  expect(sqlite().prepare("SELECT count(*) FROM workshops WHERE owner_id = ?").pluck().get(office.id)).toBe(1);
  await page.getByLabel(/^Tablettes/).fill("4");
  await page.getByRole("button", { name: "Enregistrer le brouillon" }).click();
  await expect(page.getByText("Répondre aux avis").first()).toBeVisible();
  await expect(page).toHaveURL(/\/workshops\/[0-9a-f-]{36}$/);

  await page.goto(`/agenda/appointments/new?provider=${world.providers[1]?.id}`);
  await page.getByLabel("Jour", { exact: true }).fill(tuesday);
  await page.getByLabel("Heure", { exact: true }).fill("15:30");
  await page.getByLabel("Durée").fill("60");
  await page.getByLabel(/^Tablettes/).selectOption("1");
  await page.getByRole("button", { name: "Enregistrer le rendez-vous" }).click();
  await expect(page.getByText("« Tablettes » est déjà réservé à ce moment")).toContainText("Libres : 0, demandés : 1.");
  await page.getByLabel("Heure", { exact: true }).fill("16:30");
  await page.getByRole("button", { name: "Enregistrer le rendez-vous" }).click();
  await expect(page.getByRole("heading", { name: "Hôtel du Phare" })).toBeVisible();
  expect(sqlite().prepare("SELECT sum(quantity) FROM appointment_equipment WHERE equipment_id = ?").pluck().get(id)).toBe(1);

  // The week's grid holds both: its colours are legible in both palettes, and a workshop is moved by keyboard, then dragged.
  await page.goto(`/agenda?view=week&day=${tuesday}`);
  const box = page.getByRole("link", { name: /Répondre aux avis/ });
  await expect(box).toBeVisible();
  const sights = [
    { width: 390, dark: true },
    { width: 1440, dark: false },
  ];
  expect(await findingsAt(page, sights)).toEqual([]);
  await page.reload();
  await box.focus();
  await page.keyboard.press("m");
  await expect(page.getByRole("application", { name: "Déplacer au clavier" })).toBeFocused();
  for (const key of ["ArrowDown", "ArrowRight"]) await page.keyboard.press(key);
  const said = page.getByRole("status").filter({ hasText: "Répondre aux avis" });
  await expect(said).toHaveText(/Répondre aux avis.*\s: mercredi .+ à 14.h.15\.$/);
  await page.keyboard.press("Escape");
  await expect(box).toBeFocused();
  await expect(said).toHaveText(/reste à sa place/);
  for (const key of ["m", "ArrowDown", "ArrowDown", "Enter"]) await page.keyboard.press(key);
  await expect(page.getByText("Le nouvel horaire est proposé plus bas.")).toBeVisible();
  await expect(page.getByLabel("Début").first()).toHaveValue("14:30");
  await page.goBack();
  await expect(box).toBeVisible();
  await box.evaluate((one) => one.scrollIntoView({ block: "center" }));
  const from = await box.boundingBox();
  if (!from) throw new Error("no box");
  await page.mouse.move(from.x + from.width / 2, from.y + 20);
  await page.mouse.down();
  await page.mouse.move(from.x + from.width / 2, from.y + 20 + from.height, { steps: 12 });
  await page.mouse.up();
  await expect(page.getByText("Le nouvel horaire est proposé plus bas.")).toBeVisible();
  await expect(page.getByLabel("Début").first()).toHaveValue(/^1[56]:[03]0$/);
  await page.getByRole("button", { name: "Enregistrer", exact: true }).click();
  await expect(page.getByText(/se superpose à «\sHôtel du Phare\s»/i)).toBeVisible();
});

test("a past appointment asks to be logged and fills the form", async ({ as, world }) => {
  const provider = world.providers[0];
  if (!provider) throw new Error("no provider");
  const day = lastWorkday();
  setClock(() => Date.parse(`${addDays(day, -7)}T08:00:00Z`));
  makeAppointment(world.people.facilitator, provider, {
    day,
    hour: "10:00",
    duration: "45",
    subject: "Photos",
    confirmed: undefined,
  });
  setClock(undefined);
  const page = await as("facilitator");
  await page.goto("/agenda");
  await page.getByRole("link", { name: "Saisir la séance : Gîte des Pins" }).click();
  await expect(page.getByText("Gîte des Pins").first()).toBeVisible();
  await expect(page.getByLabel("Date", { exact: true })).toHaveValue(day);
  await page.getByRole("button", { name: "Enregistrer la séance" }).click();
  await expect(page).toHaveURL(/\/coaching\/[0-9a-f-]{36}$/);
  await page.goto("/agenda");
  await expect(page.getByRole("heading", { name: "À saisir" })).toHaveCount(0);
});
