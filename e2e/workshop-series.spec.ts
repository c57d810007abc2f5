import { authorize } from "~/access/authorized";
import { replacePeriods } from "~/features/workshops/equipment.commands.server";
import { addDays, mondayOf } from "~/lib/dates";
import { isHoliday } from "~/lib/public-holidays";
import { makeAppointment } from "~/testing/factories/agenda";
import { periodFile } from "~/testing/factories/calendar-file";
import { makeWorkshop } from "~/testing/factories/workshop";
import { expect, test } from "./fixtures";

const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

/** A Friday to come that is worked, as those of the three weeks after it. */
function fridayBeforeMore(): string {
  let friday = addDays(mondayOf(inDays(0)), 11);
  while ([0, 7, 14, 21].some((days) => isHoliday(addDays(friday, days), "Europe/Paris"))) friday = addDays(friday, 7);
  return friday;
}

/** One Friday's week as school holidays. */
const weekOff = (friday: string): string => periodFile(["Vacances d’hiver", addDays(friday, -4), addDays(friday, 2)]);

test("a series without the holidays is planned after reading what it meets, and one date of it changed", async ({
  as,
  world,
}) => {
  const page = await as("facilitator", { javaScript: false });
  const [provider] = world.providers;
  const friday = fridayBeforeMore();
  const { facilitator } = world.people;
  if (provider) makeAppointment(facilitator, provider, { day: friday, hour: "15:00" });
  await page.goto("/workshops/new");
  await expect(page.getByLabel("Sans les vacances scolaires")).toHaveCount(0);
  replacePeriods(facilitator, authorize(facilitator, "workshop.equipment", world.office), weekOff(addDays(friday, 7)));
  await page.reload();
  await page.getByLabel("Titre").fill("Café numérique");
  await page.getByLabel("Jour").first().fill(friday);
  await page.getByLabel(/Répéter/).selectOption("weekly");
  await page.getByLabel(/Jusqu’au/).fill(addDays(friday, 21));
  await page.getByLabel("Sans les vacances scolaires").check();
  await page.getByRole("button", { name: "Enregistrer le brouillon" }).click();
  await expect(
    page.getByRole("alert").getByText(/^Vendredi .+\s: se superpose à «\sGîte des Pins\s», de 15.h.00 à 16.h.00/),
  ).toBeVisible();
  await expect(page.getByRole("alert").getByText("1 date est laissée de côté")).toBeVisible();
  await expect(page.getByText(/^vendredi .+ \(Vacances d’hiver\)$/)).toBeVisible();
  await page.getByLabel("Enregistrer quand même").check();
  await page.getByRole("button", { name: "Enregistrer le brouillon" }).click();
  await expect(page.getByText("3 dates sont préparées en brouillon.")).toBeVisible();
  const dates = page.getByRole("link", { name: "Café numérique" });
  await expect(dates).toHaveCount(3);
  await dates.nth(1).click();
  await page.getByRole("link", { name: "Modifier" }).click();
  await page.getByLabel("Début").first().fill("09:30");
  await page.getByLabel("Fin").first().fill("11:00");
  await page.getByRole("button", { name: "Enregistrer", exact: true }).click();
  await expect(page.getByText(/de 9.h.30 à 11.h.00/).first()).toBeVisible();
  await page.goto("/workshops?view=draft");
  await expect(page.getByText(/de 14.h.00 à 16.h.00/)).toHaveCount(2);
  // Moved by a day from its first date on: what would fall in holidays is told, and the choices stay.
  replacePeriods(facilitator, authorize(facilitator, "workshop.equipment", world.office), weekOff(addDays(friday, 14)));
  await dates.first().click();
  await page.getByRole("link", { name: "Modifier" }).click();
  await page.getByLabel("Jour").first().fill(addDays(friday, -1));
  await page.getByRole("radio", { name: "cette date et les suivantes" }).check();
  await page.getByRole("button", { name: "Enregistrer", exact: true }).click();
  const told = page.getByRole("alert");
  await expect(told.getByText("1 date tombe pendant des vacances ou un jour férié")).toBeVisible();
  await expect(told.getByText(/^jeudi .+ \(Vacances d’hiver\)$/)).toBeVisible();
  await expect(page.getByRole("radio", { name: "cette date et les suivantes" })).toBeChecked();
  await page.getByLabel("Sans les vacances scolaires").check();
  await page.getByRole("button", { name: "Enregistrer", exact: true }).click();
  await expect(told.getByText("1 date est laissée de côté")).toBeVisible();
  await expect(told.getByText("Il en reste 2. Un brouillon est supprimé, une date publiée est annulée.")).toBeVisible();
  await page.getByRole("button", { name: "Enregistrer", exact: true }).click();
  await page.goto("/workshops?view=draft");
  await expect(dates).toHaveCount(2);
});

test("a season goes over to the next year: a wrong period comes back as typed, the dates in holidays are told first", async ({
  as,
  world,
}) => {
  const { facilitator } = world.people;
  const page = await as("facilitator", { javaScript: false });
  const friday = fridayBeforeMore();
  for (const day of [friday, addDays(friday, 7)])
    makeWorkshop(facilitator, world.office, { parts: [{ day, from: "10:00", to: "12:00" }] });
  const holidays = periodFile(["Vacances d’hiver", addDays(friday, 364), addDays(friday, 366)]);
  replacePeriods(facilitator, authorize(facilitator, "workshop.equipment", world.office), holidays);
  await page.goto("/workshops/season");
  await page.getByLabel("Du").fill(addDays(friday, 31));
  await page.getByLabel("Au").fill(addDays(friday, 30));
  await page.getByRole("button", { name: "Reprendre la saison l’an prochain" }).click();
  await expect(page.getByText("La fin précède le début.")).toBeVisible();
  await expect(page.getByLabel("Du")).toHaveValue(addDays(friday, 31));
  await page.getByLabel("Du").fill(addDays(friday, -1));
  await page.getByLabel("Sans les vacances scolaires").check();
  const copy = page.getByRole("button", { name: "Reprendre la saison l’an prochain" });
  await copy.click();
  const told = page.getByRole("alert");
  await expect(told.getByText("1 date est laissée de côté")).toBeVisible();
  await expect(told.getByText(/^vendredi .+ \(Vacances d’hiver\)$/)).toBeVisible();
  await expect(page.getByLabel("Sans les vacances scolaires")).toBeChecked();
  await copy.click();
  await expect(page.getByText("1 brouillon préparé.")).toBeVisible();
});

test("a date that is not whole is named, in the summary and beside it", async ({ as }) => {
  const page = await as("facilitator");
  await page.goto("/workshops/new");
  await page.getByLabel("Titre").fill("Réseaux sociaux");
  const dates = page.getByRole("group", { name: "Dates" });
  await dates.getByLabel("Début").fill("");
  await dates.getByLabel("Fin").fill("");
  await page.getByRole("button", { name: "Enregistrer" }).first().click();
  await page
    .getByRole("alert")
    .getByRole("link", { name: /^Date 1, début/ })
    .click();
  await expect(dates.getByLabel("Début")).toBeFocused();
  await expect(dates.getByLabel("Début")).toHaveAttribute("aria-invalid", "true");
  for (const word of ["début", "fin"]) await expect(dates.getByText(new RegExp(`^Date 1, ${word}\\s:`))).toBeVisible();
});
