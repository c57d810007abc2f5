import { eq } from "drizzle-orm";
import { hashPassword } from "~/auth/password.server";
import { db } from "~/db/client.server";
import { authSessions, users } from "~/db/schema/accounts.server";
import { makeSession } from "~/testing/factories/session";
import { expect, test, type World } from "./fixtures";

const saved = (world: World) =>
  makeSession(world.people.facilitator, world.office, { providers: [world.providers[0]?.id ?? ""] });

for (const javaScript of [true, false]) {
  const how = javaScript ? "" : ", without JavaScript";

  test(`a session corrected in two windows: the second is shown both and loses nothing${how}`, async ({ as, world }) => {
    const id = saved(world);
    const first = await as("facilitator", { javaScript });
    const second = await as("facilitator", { javaScript });
    for (const page of [first, second]) {
      await page.goto(`/coaching/${id}/edit`);
      await expect(page.getByLabel("Ce qui a été fait")).toBeVisible();
    }
    await first.getByLabel("Ce qui a été fait").fill("Photos refaites");
    await first.getByRole("button", { name: "Enregistrer la correction" }).click();
    await expect(first.getByRole("status").filter({ hasText: "La séance est corrigée." })).toBeVisible();

    await second.getByLabel("Ce qui a été fait").fill("Horaires revus");
    const [answer] = await Promise.all([
      second.waitForResponse((one) => one.request().method() === "POST" && one.url().includes("/edit")),
      second.getByRole("button", { name: "Enregistrer la correction" }).click(),
    ]);
    expect(answer.status()).toBe(409);
    const alert = second.getByRole("alert");
    await expect(alert).toContainText("Cette séance a changé entre-temps");
    await expect(alert).toContainText("Photos refaites");
    await expect(second.getByLabel("Ce qui a été fait")).toHaveValue("Horaires revus");
    await alert.getByRole("button", { name: "Enregistrer ma saisie" }).click();
    await expect(second.getByRole("paragraph").filter({ hasText: "Horaires revus" })).toBeVisible();
  });

  test(`a deleted session leaves the log and comes back as it was${how}`, async ({ as, world }) => {
    const id = saved(world);
    const page = await as("facilitator", { javaScript });
    await page.goto(`/coaching/${id}`);
    await page.getByRole("button", { name: "Supprimer" }).click();
    const notice = page.getByRole("status").filter({ hasText: "Vous avez 30 jours" });
    await expect(notice).toBeVisible();
    await expect(page.locator(`main a[href="/coaching/${id}"]`)).toHaveCount(0);
    await notice.getByRole("button", { name: "Annuler la suppression" }).click();
    await expect(page.getByRole("status").filter({ hasText: "La séance est de retour." })).toBeVisible();
    await page.goto("/coaching");
    await expect(page.locator(`main a[href="/coaching/${id}"]`).first()).toBeVisible();
  });

  test(`a sign-in that expired while a session was typed gives it back${how}`, async ({ as, world }) => {
    const { userId } = world.people.facilitator;
    db()
      .update(users)
      .set({ passwordHash: await hashPassword("une phrase de passe longue") })
      .where(eq(users.id, userId))
      .run();
    const page = await as("facilitator", { javaScript });
    await page.goto(`/coaching/new?provider=${world.providers[0]?.id}`);
    await page.getByLabel("Ce qui a été fait").fill("Réponse à trois avis");
    db().update(authSessions).set({ expiresAt: 1 }).where(eq(authSessions.userId, userId)).run();
    await page.getByRole("button", { name: "Enregistrer la séance" }).click();
    await expect(page.getByText("ce que vous aviez saisi est gardé")).toBeVisible();
    const email = db().select({ email: users.email }).from(users).where(eq(users.id, userId)).get()?.email ?? "";
    await page.getByLabel("E-mail").fill(email);
    await page.getByLabel("Mot de passe").fill("une phrase de passe longue");
    await page.getByRole("button", { name: "Se connecter" }).click();
    await expect(page.getByLabel("Ce qui a été fait")).toHaveValue("Réponse à trois avis");
  });
}
