import { createHmac } from "node:crypto";
import { createServer, type IncomingHttpHeaders } from "node:http";
import { sqlite } from "~/db/client.server";
import { deliver } from "~/features/webhooks/deliver.commands.server";
import { expect, test } from "./fixtures";

for (const javaScript of [true, false]) {
  const how = javaScript ? "" : ", without JavaScript";

  test(`a director makes a key, a program reads with it, and once revoked it opens nothing${how}`, async ({
    as,
    request,
    world,
  }) => {
    const page = await as("director", { javaScript });
    await page.goto(`/settings/api?office=${world.office.id}`);
    await page.getByRole("textbox", { name: "Nom" }).fill("Tableur du conseil");
    await page.getByRole("button", { name: "Créer la clé" }).click();
    await expect(page.getByRole("textbox", { name: "Nom" })).toHaveValue("Tableur du conseil");
    await page.getByRole("checkbox", { name: /^Prestataires/ }).check();
    await page.getByRole("button", { name: "Créer la clé" }).click();
    const token = await page.getByLabel("Clé", { exact: true }).inputValue();

    const ask = (path: string) => request.get(`/api/v1/${path}`, { headers: { authorization: `Bearer ${token}` } });
    const read = await ask("providers");
    expect(read.status()).toBe(200);
    expect(JSON.stringify(await read.json())).toContain("Gîte des Pins");
    expect((await ask("figures?from=2026-01-01&to=2026-01-31")).status()).toBe(403);
    expect((await request.get("/api/v1/providers")).status()).toBe(401);

    await page.goto(`/settings/api?office=${world.office.id}`);
    await expect(page.getByLabel("Clé", { exact: true })).toHaveCount(0);
    await page.getByRole("button", { name: "Révoquer la clé Tableur du conseil" }).click();
    await expect(page.getByText("Clé révoquée : elle n’ouvre plus rien.")).toBeVisible();
    const refused = await ask("providers");
    expect(refused.status()).toBe(401);
    expect(await refused.text()).not.toContain("Gîte des Pins");
  });
}

interface Received {
  headers: IncomingHttpHeaders;
  body: string;
}

/** A program of the tests: it fails once, then takes what comes. */
async function openReceiver() {
  const received: Received[] = [];
  const server = createServer((asked, answer) => {
    let body = "";
    asked.on("data", (part) => {
      body += part;
    });
    asked.on("end", () => {
      received.push({ headers: asked.headers, body });
      answer.writeHead(received.length === 1 ? 503 : 204).end();
    });
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const address = server.address();
  return { host: typeof address === "object" && address ? `127.0.0.1:${address.port}` : "", received, server };
}

/** As Standard Webhooks asks the receiver to check it. */
function isSigned(secret: string, { headers, body }: Received): boolean {
  const key = Buffer.from(secret.slice("whsec_".length), "base64");
  const signed = `${headers["webhook-id"]}.${headers["webhook-timestamp"]}.${body}`;
  return headers["webhook-signature"] === `v1,${createHmac("sha256", key).update(signed).digest("base64")}`;
}

test("what is typed in a refused form stays while the page is read again", async ({ as, world }) => {
  const page = await as("coordinator");
  await page.goto(`/network/declarations/${world.office.id}`);
  let go = () => {};
  const typed = new Promise<void>((done) => {
    go = done;
  });
  await page.route(/_data=/, async (route) => {
    if (route.request().method() === "GET") await typed;
    await route.continue();
  });
  await page.getByLabel("Séances").fill("12");
  await page.getByLabel("Participations").fill("12");
  await page.getByLabel("Heures avec les prestataires").fill("douze");
  await page.getByLabel("Prestataires accompagnés").fill("9");
  await page.getByRole("button", { name: "Enregistrer le mois" }).click();
  await expect(page.getByLabel("Heures avec les prestataires")).toHaveAttribute("aria-invalid", "true");
  await page.getByLabel("Séances").fill("14");
  const read = page.waitForResponse((answer) => answer.request().method() === "GET" && answer.url().includes("_data="));
  sqlite().prepare("UPDATE organisations SET name = 'Office de la Lande' WHERE id = ?").run(world.office.id);
  go();
  await read;
  await expect(page.getByText("Office de la Lande").first()).toBeVisible();
  await expect(page.getByLabel("Séances")).toHaveValue("14");
});

test("a webhook refuses a private address, is tried again, and signs what it sends", async ({ as, world }) => {
  test.setTimeout(60_000);
  const page = await as("director");
  await page.goto(`/settings/webhooks?office=${world.office.id}`);
  await page.getByLabel("Nom").fill("Site de l’office");
  await page.getByLabel("Adresse").fill("https://192.168.1.10/balise");
  await page.getByLabel("Séance enregistrée ou corrigée").check();
  await page.getByRole("button", { name: "Ajouter le webhook" }).click();
  await expect(page.getByLabel("Adresse")).toHaveAttribute("aria-invalid", "true");
  await expect(page.getByLabel("Nom")).toHaveValue("Site de l’office");
  await expect(page.getByLabel("Séance enregistrée ou corrigée")).toBeChecked();
  await page.getByLabel("Adresse").fill("https://recevoir.example/balise");
  await page.getByRole("button", { name: "Ajouter le webhook" }).click();
  const secret = await page.getByLabel("Secret", { exact: true }).inputValue();

  await page.getByRole("link", { name: "Site de l’office" }).click();
  await page.getByRole("button", { name: "Envoyer un essai" }).click();
  await expect(page.getByText("L’essai est parti")).toBeVisible();
  const find = sqlite().prepare<[string], { id: string; attempts: number; webhookId: string }>(
    `SELECT d.id, d.attempts, w.id AS webhookId FROM webhook_deliveries d JOIN webhooks w ON w.id = d.webhook_id WHERE w.owner_id = ?`,
  );
  // The server reaches public addresses alone, and this one is nobody's: it says so, and will try again.
  await expect.poll(() => find.get(world.office.id)?.attempts, { timeout: 20_000 }).toBe(1);
  await page.reload();
  await expect(page.getByText("Sans succès pour l’instant", { exact: false })).toBeVisible();

  const { host, received, server } = await openReceiver();
  const { id = "", webhookId = "" } = find.get(world.office.id) ?? {};
  sqlite().prepare("UPDATE webhooks SET url = ? WHERE id = ?").run(`http://${host}/balise`, webhookId);
  const send = () => deliver(id, { isLastTry: false, testHosts: [host] });
  await expect(send()).rejects.toThrow("503");
  await send();
  await send();
  server.close();
  // Tried again after the failure, and not once more after it was taken.
  expect(received).toHaveLength(2);
  expect(received.every((one) => isSigned(secret, one))).toBe(true);
  expect(received[0]?.headers["webhook-id"]).toBe(received[1]?.headers["webhook-id"]);
  await page.reload();
  await expect(page.getByText("Reçu (réponse 204)")).toBeVisible();
  await page.getByRole("button", { name: "Arrêter" }).click();
  await expect(page.getByText("Webhook arrêté : il n’est plus prévenu.")).toBeVisible();
});
