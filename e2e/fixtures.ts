import { resolve } from "node:path";
import { test as base, expect as baseExpect, type Page } from "@playwright/test";
import type { Actor } from "~/access/actor";
import { lucia } from "~/auth/lucia.server";
import { adoptConnection, openDatabase } from "~/db/client.server";
import { makeMember, makeOrganisation, makeProvider, makeProviderLogin } from "~/testing/factories/world";
import { e2e } from "./settings";

export type Person = "facilitator" | "director" | "colleague" | "provider" | "coordinator" | "administrator";

/** An office of this test's own, with its people and two providers. */
export interface World {
  office: ReturnType<typeof makeOrganisation>;
  people: Record<Person, Actor>;
  providers: ReturnType<typeof makeProvider>[];
}

interface Fixtures {
  world: World;
  /** A page with a real session of this person; no form is filled. */
  as: (person: Person, options?: { javaScript?: boolean; width?: number; dark?: boolean }) => Promise<Page>;
}

export const test = base.extend<Fixtures, { database: undefined }>({
  database: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures asked for from this pattern.
    async ({}, use) => {
      process.env.DATABASE_PATH = resolve(e2e.database);
      process.env.APP_URL = e2e.url;
      adoptConnection(openDatabase(resolve(e2e.database)));
      await use(undefined);
    },
    { scope: "worker", auto: true },
  ],
  // biome-ignore lint/correctness/noEmptyPattern: as above.
  world: async ({}, use) => {
    await use(makeWorld());
  },
  as: async ({ world, browser }, use) => {
    const open: Page[] = [];
    await use(async (person, options = {}) => {
      const context = await browser.newContext({
        baseURL: e2e.url,
        locale: "fr-FR",
        javaScriptEnabled: options.javaScript ?? true,
        viewport: { width: options.width ?? 1280, height: 900 },
        colorScheme: options.dark ? "dark" : "light",
      });
      const at = Date.now();
      const session = await lucia().createSession(world.people[person].userId, {
        createdAt: at,
        lastSeenAt: at,
        device: "Essai",
      });
      await context.addCookies([{ name: "balise", value: session.id, url: e2e.url, httpOnly: true, sameSite: "Lax" }]);
      const page = await context.newPage();
      open.push(page);
      return page;
    });
    for (const page of open) await page.context().close();
  },
});

export const expect = baseExpect;

export function makeWorld(): World {
  const territory = makeOrganisation({ kind: "territory" });
  const office = makeOrganisation({ parentId: territory.id, name: `Office ${territory.slug.slice(-6)}` });
  const facilitator = makeMember(office.id, "facilitator", { name: "Anaïs Berthou" });
  const providers = [
    makeProvider(facilitator, office, { name: "Gîte des Pins" }),
    makeProvider(facilitator, office, { name: "Hôtel du Phare" }),
  ];
  const [first] = providers;
  if (!first) throw new Error("no provider");
  const people = {
    facilitator,
    director: makeMember(office.id, "director", { name: "Luc Ferrandon" }),
    colleague: makeMember(office.id, "colleague"),
    provider: makeProviderLogin(facilitator, first),
    coordinator: makeMember(territory.id, "coordinator"),
    administrator: makeMember(territory.id, "administrator"),
  };
  return { office, people, providers };
}
