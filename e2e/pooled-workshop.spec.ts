import type { Browser, BrowserContextOptions } from "@playwright/test";
import { authorize } from "~/access/authorized";
import { lucia } from "~/auth/lucia.server";
import { sqlite } from "~/db/client.server";
import { registerHost } from "~/features/workshops/registrations.commands.server";
import { makeRegistration, makeWorkshop, personInput } from "~/testing/factories/workshop";
import { makeMember, makeOrganisation, makeProvider, makeProviderLogin } from "~/testing/factories/world";
import { expect, test, type World } from "./fixtures";
import { e2e } from "./settings";

/** A workshop for two offices: two people of the holder, one host of the neighbour. */
function poolTomorrow({ office, people }: World) {
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
  return { workshop, other, neighbour, colleague: makeMember(other.id, "colleague"), provider };
}

/** The hour has come. */
function startNow(workshopId: string): void {
  const start = Date.now() - 3_600_000;
  const today = new Date().toISOString().slice(0, 10);
  sqlite()
    .prepare("UPDATE workshops SET starts_at = ?, ends_at = ?, held_on = ? WHERE id = ?")
    .run(start, start + 7_200_000, today, workshopId);
}

/** A page of somebody who is not of this test's office. */
async function openAs(browser: Browser, { userId }: { userId: string }, options: BrowserContextOptions = {}) {
  const context = await browser.newContext({ baseURL: e2e.url, locale: "fr-FR", ...options });
  const at = Date.now();
  const session = await lucia().createSession(userId, { createdAt: at, lastSeenAt: at, device: "Essai" });
  await context.addCookies([{ name: "balise", value: session.id, url: e2e.url, httpOnly: true, sameSite: "Lax" }]);
  return { context, page: await context.newPage() };
}

test("a pooled workshop is held, and each office finds its own part behind its figures", async ({ as, world, browser }) => {
  test.setTimeout(90_000);
  const { workshop, other, neighbour, colleague, provider } = sqlite()
    .transaction(() => poolTomorrow(world))
    .immediate();
  const desk = await openAs(browser, colleague, { javaScriptEnabled: false });
  await desk.page.goto(`/workshops/${workshop.id}`);
  await expect(desk.page.getByText("vous voyez ici les personnes que compte le vôtre")).toBeVisible();
  await desk.page.getByLabel("Nom", { exact: true }).fill("Lou Barthe");
  await desk.page.getByRole("button", { name: "Inscrire quelqu’un" }).click();
  await expect(desk.page.getByRole("row", { name: /Lou Barthe/ })).toBeVisible();
  await expect(desk.page.getByRole("row", { name: /Solange Tastet/ })).toBeVisible();
  await expect(desk.page.getByText("Odile")).toHaveCount(0);
  await desk.context.close();
  startNow(workshop.id);
  const page = await as("facilitator", { width: 820 });
  await page.goto(`/workshops/${workshop.id}/attendance`);
  await page.getByRole("button", { name: "Commencer" }).click();
  await page.getByRole("button", { name: "Tous présents" }).click();
  await expect(page.getByText("4 présents sur 4")).toBeVisible();
  await page.getByRole("button", { name: "Terminer l’atelier" }).click();
  await expect(page).toHaveURL(`/workshops/${workshop.id}`);
  const byOffice = page.getByRole("region", { name: "Par office" });
  await expect(byOffice.getByRole("row", { name: new RegExp(other.name) })).toContainText(/2 participations, 1.h/);
  await expect(byOffice.getByRole("row", { name: new RegExp(world.office.name) })).toContainText(/2 participations, 1.h/);

  const { context, page: theirs } = await openAs(browser, neighbour);
  await theirs.goto("/coaching");
  await expect(theirs.getByText("Dont, dans 1 séance tenue par un autre office")).toBeVisible();
  await expect(theirs.getByRole("row", { name: /Vendre hors saison/ })).toContainText(`tenue par ${world.office.name}`);
  await theirs.getByRole("link", { name: "Vendre hors saison" }).click();
  await expect(theirs.getByRole("heading", { name: /La part de votre office/ })).toBeVisible();
  await expect(theirs.getByText(/1.h/).first()).toBeVisible();
  await expect(theirs.getByText("Odile")).toHaveCount(0);
  await theirs.getByRole("link", { name: provider.name }).click();
  await expect(theirs.getByRole("link", { name: "Vendre hors saison" })).toBeVisible();
  await theirs.goto("/dashboard");
  await theirs.goto("/dashboard/counted?set=expected");
  await expect(theirs.getByRole("row", { name: /Vendre hors saison/ })).toContainText("2");
  await context.close();
});
