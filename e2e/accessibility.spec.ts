import type { Page } from "@playwright/test";
import { findingsOf } from "./axe";
import { expect, type Person, test } from "./fixtures";
import { readIds } from "./ids";
import type { Ids } from "./known-ids";
import { routes } from "./routes";

interface Sight {
  width: number;
  dark: boolean;
}
const sights: Sight[] = [390, 820, 1440].flatMap((width) => [
  { width, dark: false },
  { width, dark: true },
]);

/**
 * Over a page full and empty each width is met, and both palettes; `npm run test:long` looks at each page in all of them.
 * After the first sight only what width and palette change is asked again.
 */
function sightsOf(isEmpty: boolean, place: number): Sight[] {
  if (process.env.TEST_LONG) return sights;
  if (isEmpty) return [{ width: 820, dark: place % 2 === 0 }];
  const isFirstDark = place % 2 === 0;
  const both = [
    { width: 390, dark: isFirstDark },
    { width: 1440, dark: !isFirstDark },
  ];
  return place % 4 < 2 ? both : both.reverse();
}

/** Every page of the table, seen by the first of them who may, with data; the same pages where the office has nothing yet. */
const walkers = ["facilitator", "provider", "director", "administrator"] as const;
type Walker = (typeof walkers)[number];

/** The facilitator sees most pages: her walk is cut in parts, for two workers. */
const walks = walkers.flatMap((person) => [
  ...(person === "facilitator" ? [1, 2, 3, 4, 5] : [1]).map((part, _, { length }) => ({
    person,
    isEmpty: false,
    part,
    of: length,
  })),
  ...(person === "facilitator" ? [1, 2] : [1]).map((part, _, { length }) => ({ person, isEmpty: true, part, of: length })),
]);

for (const { person, isEmpty, part, of } of walks) {
  test(`axe finds nothing on the pages of the ${person}, ${isEmpty ? "empty" : "with data"}, ${part} of ${of}`, async ({
    as,
    world,
  }) => {
    test.setTimeout(process.env.TEST_LONG ? 900_000 : 240_000);
    const all = isEmpty ? emptyPages(person) : pagesOf(person, readIds(world));
    const paths = all.filter((_, place) => place % of === part - 1);
    const page = await as(person);
    const findings: string[] = [];
    for (const [place, path] of paths.entries()) {
      await page.goto(path);
      for (const [turn, sight] of sightsOf(isEmpty, place).entries()) {
        for (const one of await look(page, sight, turn === 0)) findings.push(`${path}, ${sight.width} px: ${one}`);
      }
    }
    expect(findings).toEqual([]);
  });
}

/** The rules whose answer depends on width or palette; the others read the tree, which stays the same. */
const rulesOfSight = ["color-contrast", "target-size", "scrollable-region-focusable", "link-in-text-block", "hidden-content"];

async function look(page: Page, { width, dark }: Sight, isFirst: boolean): Promise<string[]> {
  await page.emulateMedia({ colorScheme: dark ? "dark" : "light" });
  await page.setViewportSize({ width, height: 900 });
  return await findingsOf(page, isFirst || process.env.TEST_LONG ? null : rulesOfSight);
}

const isWalkedBy = (person: Walker, { may }: { may: readonly Person[] }) => walkers.find((one) => may.includes(one)) === person;

function pagesOf(person: Walker, ids: Ids): string[] {
  return Object.entries(routes)
    .filter(([name, route]) => isWalkedBy(person, route) && !route.isPost && !isData(name))
    .map(([, route]) => route.path(ids));
}

/** Pages whose address names nothing: what they show when the office is new. */
function emptyPages(person: Walker): string[] {
  const pages = Object.entries(routes).filter(
    ([name, route]) => isWalkedBy(person, route) && !route.isPost && !route.isRow && !isData(name),
  );
  return pages.map(([, route]) => route.path(noIds)).filter((path) => !path.includes("undefined"));
}

const isData = (name: string) => /\[\.\]|export|documents|search|similar|coaching\.people/.test(name);
const noIds: Ids = {
  provider: "",
  other: "",
  session: "",
  shared: "",
  action: "",
  plan: "",
  user: "",
  membership: "",
  sheet: "repondre-a-un-avis",
  resource: "",
  news: "",
  letter: "",
  collection: "",
  office: "",
  establishment: "",
  contact: "",
  workshop: "",
  goal: "",
  funder: "",
  report: "",
  activityReport: "",
  appointment: "",
  webhook: "",
};
