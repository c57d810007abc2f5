import { authorize } from "~/access/authorized";
import { sqlite } from "~/db/client.server";
import { channelSchema } from "~/features/providers/channel.form";
import { addChannel } from "~/features/providers/channels.commands.server";
import { listEstablishments } from "~/features/providers/queries.server";
import { newId } from "~/lib/ids";
import { makeAppointment } from "~/testing/factories/agenda";
import { expect, test } from "./fixtures";

const phone = { javaScript: false, width: 390 } as const;

test("a plan starts from a template as drafts that reach nobody, and is published", async ({ as, world }) => {
  const provider = world.providers[0]?.id ?? "";
  const facilitator = await as("facilitator", phone);
  await facilitator.goto(`/providers/${provider}/plan`);
  await facilitator.getByRole("link", { name: "Partir des constats ou d’un modèle" }).click();
  await facilitator.getByRole("link", { name: "Mon meublé, en règle et prêt à louer" }).click();
  await facilitator.getByRole("checkbox", { name: /Décider si vous demandez le classement/ }).uncheck();
  await facilitator.getByRole("button", { name: "Ajouter au plan" }).click();
  await expect(facilitator.getByText("6 étapes en brouillon")).toBeVisible();

  const day = new Date(Date.now() + 9 * 86_400_000).toISOString().slice(0, 10);
  makeAppointment(world.people.facilitator, { id: provider, providerId: provider, ownerId: world.office.id }, { day });
  const host = await as("provider", phone);
  await host.goto("/my");
  await expect(host.getByRole("link", { name: "Rendez-vous avec Anaïs Berthou" })).toBeVisible();
  await expect(host.getByText("Votre plan est vide pour l’instant.")).toBeVisible();

  await facilitator.getByRole("button", { name: "Publier le plan" }).click();
  await expect(facilitator.getByText("pas encore vue").first()).toBeVisible();
  await host.reload();
  await expect(host.getByRole("heading", { name: "Obtenir le numéro d’enregistrement du meublé" })).toBeVisible();
  await expect(host.getByRole("region", { name: "Ce qui vient" }).getByRole("link", { name: "Voir les ateliers" })).toBeVisible();
  await expect(host.getByRole("heading", { name: "À lire pour avancer" })).toBeVisible();
});

test("a plan starts from what the record says, and what nobody noted is only asked", async ({ as, world }) => {
  const [provider] = world.providers;
  const { facilitator: actor } = world.people;
  const [place] = listEstablishments(actor, provider?.id ?? "");
  const own = authorize(actor, "provider.correct", {
    id: place?.id ?? "",
    ownerId: world.office.id,
    providerId: provider?.id ?? "",
  });
  const profile = channelSchema.parse({ kind: "google_profile", state: "to_claim", checkedOn: "2026-11-20" });
  addChannel(actor, own, { ...profile, id: newId() });
  const page = await as("facilitator", phone);
  await page.goto(`/providers/${provider?.id}/presence`);
  await page.getByRole("link", { name: "Choisir les mesures" }).click();
  const noted = page.getByRole("group", { name: "Ce qui est noté" });
  await expect(noted.getByText("La fiche Google n’est à personne, vu le 20 nov. 2026")).toBeVisible();
  const asked = page.getByRole("group", { name: "Rien n’est noté : à vérifier ensemble" });
  await expect(asked.getByText("Pas de site connu de nous")).toBeVisible();
  await page.getByRole("radio", { name: "Publier tout de suite" }).check();
  await page.getByRole("button", { name: "Ajouter au plan" }).click();
  await expect(page.getByRole("alert")).toBeVisible();
  await expect(page.getByRole("radio", { name: "Publier tout de suite" })).toBeChecked();
  await noted.getByRole("checkbox", { name: /^Réclamer votre fiche Google/ }).check();
  await page.getByRole("button", { name: "Ajouter au plan" }).click();
  await expect(page.getByRole("listitem").getByRole("link", { name: "Réclamer votre fiche Google" })).toBeVisible();
  await page.goto(`/plans/start?provider=${provider?.id}&measures=record`);
  await expect(page.getByText("Réclamer votre fiche Google (à faire)")).toBeVisible();

  const host = await as("provider", phone);
  await host.goto("/my");
  await expect(host.getByRole("heading", { name: "Réclamer votre fiche Google" })).toBeVisible();
  sqlite().prepare("UPDATE users SET locale = 'en' WHERE id = ?").run(world.people.provider.userId);
  await host.goto("/my");
  await expect(host.locator("html")).toHaveAttribute("lang", "en");
  await expect(host).toHaveTitle("My plan · Balise");
});

test("a host ticks a gesture, writes, asks for help and shows what is done, on a phone without JavaScript", async ({
  as,
  world,
}) => {
  const facilitator = await as("facilitator", { javaScript: false });
  await facilitator.goto(`/plans/start?provider=${world.providers[0]?.id}&template=securite-des-comptes`);
  await facilitator.getByRole("radio", { name: "Publier tout de suite" }).check();
  await facilitator.getByRole("button", { name: "Ajouter au plan" }).click();

  const host = await as("provider", phone);
  await host.goto("/my");
  await host.getByText("Petit à petit (0/3)").click();
  await host.getByRole("button", { name: "Noter qui d’autre y a accès" }).click();
  await expect(host.getByText("Petit à petit (1/3)")).toBeVisible();
  await host.getByText("Échanges", { exact: true }).click();
  await host.getByLabel("Votre message").fill("Faut-il compter la banque ?");
  await host.getByRole("button", { name: "Envoyer" }).first().click();
  await expect(host.getByText("Faut-il compter la banque ?")).toBeVisible();
  await host.getByRole("button", { name: "J’ai besoin d’aide" }).click();

  await facilitator.goto("/today");
  await expect(facilitator.getByText(/Bloquée · «\sFaire la liste des comptes qui comptent\s»/)).toBeVisible();
  // Typeset in the program as it is built, its regular expressions too.
  expect(await facilitator.content()).toContain("«\u00a0Faire la liste des comptes qui comptent\u00a0»");

  await host.getByRole("link", { name: "Faire la liste des comptes qui comptent" }).click();
  await host.getByText("Montrer ce qui est fait").click();
  await host.getByLabel("L’adresse de la page").fill("gite.example/avis");
  await host.getByRole("button", { name: "C’est fait" }).click();
  await host.getByRole("link", { name: "Faire la liste des comptes qui comptent" }).click();
  await expect(host.getByRole("link", { name: "https://gite.example/avis" })).toBeVisible();
});
