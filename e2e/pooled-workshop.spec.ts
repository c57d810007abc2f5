import { authorize } from "~/access/authorized";
import { lucia } from "~/auth/lucia.server";
import { sqlite } from "~/db/client.server";
import { registerHost } from "~/features/workshops/registrations.commands.server";
import { makeRegistration, makeWorkshop, personInput } from "~/testing/factories/workshop";
import { makeMember, makeOrganisation, makeProvider, makeProviderLogin } from "~/testing/factories/world";
import { expect, test, type World } from "./fixtures";
import { e2e } from "./settings";

/** A workshop of this hour for two offices: two people of the holder, one host of the neighbour. */
function poolToday({ office, people }: World) {
  const other = makeOrganisation({
    parentId: String(sqlite().prepare("SELECT parent_id FROM organisations WHERE id = ?").pluck().get(office.id)),
  });
  const neighbour = makeMember(other.id, "facilitator");
  const provider = makeProvider(neighbour, other, { name: "Camping du Marais" });
  const tomorrow = new Date(Date.now() + 86_400_000).toISOString().slice(0, 10);
  const workshop = makeWorkshop(people.facilitator, office, {
    title: "Vendre hors saison",
    capacity: 10,
    shares: [`${office.id}:6`, `${other.id}:4`],
    parts: [{ day: tomorrow, from: "10:00", to: "12:00" }],
  });
  makeRegistration(workshop, { name: "Odile" });
  makeRegistration(workshop, { name: "Rémi" });
  const host = makeProviderLogin(neighbour, provider);
  registerHost(host, authorize(host, "workshop.join", provider), {
    workshop,
    input: personInput({ name: "Solange Tastet" }),
    email: null,
  });
  const start = Date.now() - 3_600_000;
  const today = new Date().toISOString().slice(0, 10);
  sqlite()
    .prepare("UPDATE workshops SET starts_at = ?, ends_at = ?, held_on = ? WHERE id = ?")
    .run(start, start + 7_200_000, today, workshop.id);
  return { workshop, other, neighbour, provider };
}

test("a pooled workshop is held, and each office finds its own part behind its figures", async ({ as, world, browser }) => {
  test.setTimeout(90_000);
  const { workshop, other, neighbour, provider } = sqlite()
    .transaction(() => poolToday(world))
    .immediate();
  const page = await as("facilitator", { width: 820 });
  await page.goto(`/workshops/${workshop.id}/attendance`);
  await page.getByRole("button", { name: "Commencer" }).click();
  await page.getByRole("button", { name: "Tous présents" }).click();
  await expect(page.getByText("3 présents sur 3")).toBeVisible();
  await page.getByRole("button", { name: "Terminer l’atelier" }).click();
  await expect(page).toHaveURL(`/workshops/${workshop.id}`);
  const byOffice = page.getByRole("region", { name: "Par office" });
  await expect(byOffice.getByRole("row", { name: new RegExp(other.name) })).toContainText(/1 participation, 40.min/);
  await expect(byOffice.getByRole("row", { name: new RegExp(world.office.name) })).toContainText(/2 participations, 1.h.20/);

  const context = await browser.newContext({ baseURL: e2e.url, locale: "fr-FR" });
  const at = Date.now();
  const session = await lucia().createSession(neighbour.userId, { createdAt: at, lastSeenAt: at, device: "Essai" });
  await context.addCookies([{ name: "balise", value: session.id, url: e2e.url, httpOnly: true, sameSite: "Lax" }]);
  const theirs = await context.newPage();
  await theirs.goto("/coaching");
  await expect(theirs.getByText("Dont, dans 1 séance tenue par un autre office")).toBeVisible();
  await expect(theirs.getByRole("row", { name: /Vendre hors saison/ })).toContainText(`tenue par ${world.office.name}`);
  await theirs.getByRole("link", { name: "Vendre hors saison" }).click();
  await expect(theirs.getByRole("heading", { name: /La part de votre office/ })).toBeVisible();
  await expect(theirs.getByText(/40.min/)).toBeVisible();
  await expect(theirs.getByText("Odile")).toHaveCount(0);
  await theirs.getByRole("link", { name: provider.name }).click();
  await expect(theirs.getByRole("link", { name: "Vendre hors saison" })).toBeVisible();
  await theirs.goto("/dashboard");
  await theirs.goto("/dashboard/counted?set=expected");
  await expect(theirs.getByRole("row", { name: /Vendre hors saison/ })).toContainText("1");
  await context.close();
});
