import { createServer, type Server } from "node:http";
import { sqlite } from "~/db/client.server";
import { readDueFeeds } from "~/features/resources/read-feeds.commands.server";
import { expect, test } from "./fixtures";

/** A site of the tests with one feed; it answers on this machine alone. */
async function openSite(title: string): Promise<{ host: string; server: Server }> {
  const day = new Date(Date.now() - 86_400_000).toUTCString();
  const item = (name: string, number: number) =>
    `<item><title>${name}</title><link>https://veille.example/${title}/${number}</link><guid>${title}-${number}</guid>` +
    `<description>Dix kilomètres de plus.</description><pubDate>${day}</pubDate></item>`;
  const body = `<?xml version="1.0"?><rss><channel><title>Fil</title>${item(`La voie verte ${title}`, 1)}${item(`Un concours ${title}`, 2)}</channel></rss>`;
  const server = createServer((_, response) => response.writeHead(200, { "content-type": "application/rss+xml" }).end(body));
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const address = server.address();
  return { host: typeof address === "object" && address ? `127.0.0.1:${address.port}` : "", server };
}

for (const javaScript of [true, false]) {
  test(`news of a feed is sorted, kept with why it matters, and read by colleagues${javaScript ? "" : ", without JavaScript"}`, async ({
    as,
    world,
  }) => {
    test.setTimeout(120_000);
    const mark = world.office.id.slice(-8);
    const { host, server } = await openSite(mark);
    const page = await as("facilitator", { javaScript, width: 390 });
    await page.goto("/resources/watch/feeds");
    await page.getByLabel("Adresse du flux").fill("pas une adresse");
    await page.getByLabel("Nom").fill(`Observatoire ${mark}`);
    await page.getByRole("button", { name: "Enregistrer" }).click();
    await expect(page.getByText("Adresse web incomplète", { exact: false }).first()).toBeVisible();
    await expect(page.getByLabel("Nom")).toHaveValue(`Observatoire ${mark}`);
    await page.getByLabel("Adresse du flux").fill(`https://veille.example/fil-${mark}`);
    await page.getByRole("button", { name: "Enregistrer" }).click();
    await expect(page.getByRole("status").filter({ hasText: "Le flux est suivi." })).toBeVisible();
    // The server asks public addresses alone, and this one is nobody's: once it said so, the test reads its own site in its place.
    const first = sqlite().prepare("SELECT read_at FROM watch_feeds WHERE url = ?").pluck();
    await expect.poll(() => first.get(`https://veille.example/fil-${mark}`), { timeout: 30_000 }).not.toBeNull();
    await page.reload();
    await expect(page.getByText("Nouvel essai plus tard.").or(page.getByText("n’existe plus")).first()).toBeVisible();
    sqlite()
      .prepare("UPDATE watch_feeds SET url = ?, read_at = NULL, failures = 0 WHERE url = ?")
      .run(`http://${host}/fil`, `https://veille.example/fil-${mark}`);
    await readDueFeeds({ testHosts: [host] });
    const read = sqlite().prepare<[string], { error: string | null; at: number | null }>(
      "SELECT error, read_at AS at FROM watch_feeds WHERE url = ?",
    );
    expect(read.get(`http://${host}/fil`)).toMatchObject({ error: null, at: expect.any(Number) });
    server.close().closeAllConnections();

    const colleague = await as("colleague", { javaScript });
    await colleague.goto("/resources/watch");
    await expect(colleague.getByText(`La voie verte ${mark}`)).toHaveCount(0);
    await page.goto("/resources/watch/proposals");
    await page.getByRole("button", { name: `Laisser : Un concours ${mark}` }).click();
    await expect(page.getByText(`Un concours ${mark}`)).toHaveCount(0);
    await page.getByRole("link", { name: `Retenir : La voie verte ${mark}` }).click();
    await page.getByLabel("Pourquoi c’est important").fill("Elle passe devant trois de nos gîtes.");
    await page.getByRole("button", { name: "Enregistrer" }).click();
    await colleague.reload();
    await expect(colleague.getByText(`La voie verte ${mark}`)).toBeVisible();
    await expect(colleague.getByText("Elle passe devant trois de nos gîtes.")).toBeVisible();
    await expect(colleague.getByText(`Un concours ${mark}`)).toHaveCount(0);
  });
}
