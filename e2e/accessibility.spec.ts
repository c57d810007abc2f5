import { findingsAt, type Sight } from "./axe";
import { expect, type Person, test } from "./fixtures";
import { readIds } from "./ids";
import type { Ids } from "./known-ids";
import { routes } from "./routes";

const sights: Sight[] = [390, 820, 1440].flatMap((width) => [
  { width, dark: false },
  { width, dark: true },
]);

/** A page of the table, and the palette it is met in first. */
interface Walked {
  path: string;
  isDark: boolean;
  isRow: boolean;
}

/** With data a page is met at 390 and 1440 px, in both palettes; empty at 820 px, in one. `npm run test:long` looks at each page in all sights. */
function sightsOf({ isDark }: Walked, isEmpty: boolean): Sight[] {
  if (process.env.TEST_LONG) return sights;
  if (isEmpty) return [{ width: 820, dark: !isDark }];
  return [
    { width: 390, dark: isDark },
    { width: 1440, dark: !isDark },
  ];
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
    const mine = all.filter((_, place) => place % of === part - 1);
    const page = await as(person);
    const findings: string[] = [];
    for (const one of mine) {
      await page.goto(one.path);
      findings.push(...(await findingsAt(page, sightsOf(one, isEmpty))));
    }
    expect(findings).toEqual([]);
  });
}

const isWalkedBy = (person: Walker, { may }: { may: readonly Person[] }) => walkers.find((one) => may.includes(one)) === person;

function pagesOf(person: Walker, ids: Ids): Walked[] {
  return Object.entries(routes)
    .filter(([name, route]) => isWalkedBy(person, route) && !route.isPost && !isData(name))
    .map(([name, route]) => ({ path: route.path(ids), isDark: name.length % 2 === 0, isRow: route.isRow === true }));
}

/** Pages whose address names nothing: what they show when the office is new. */
function emptyPages(person: Walker): Walked[] {
  return pagesOf(person, noIds).filter(({ path, isRow }) => !isRow && !path.includes("undefined"));
}

const isData = (name: string) => /\[\.\]|\.version$|export|documents|search|similar|coaching\.people/.test(name);
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
  dataRequest: "",
  funder: "",
  report: "",
  activityReport: "",
  appointment: "",
  webhook: "",
};
