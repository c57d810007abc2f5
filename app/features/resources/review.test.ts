import { beforeEach, describe, expect, it } from "vitest";
import { authorize } from "~/access/authorized";
import { sqlite } from "~/db/client.server";
import { setClock } from "~/lib/clock";
import { ForbiddenError, NotFoundError } from "~/lib/errors";
import { openTestDatabase } from "~/testing/database";
import { makeResource } from "~/testing/factories/resource";
import { makeMember, makeOrganisation } from "~/testing/factories/world";
import { describeHistory } from "./describe-history.server";
import { addressesIn, replaceAddress } from "./links.model";
import { getResource } from "./queries.server";
import { followMove, rereadResource } from "./review.commands.server";
import { reviewState } from "./review.model";
import { listToReview, reviewDoor } from "./review.queries.server";

openTestDatabase({ at: "2026-11-24T10:00:00Z" });
beforeEach(() => setClock(() => Date.parse("2026-11-24T10:00:00Z")));
const today = "2026-11-24";

function setUp() {
  const office = makeOrganisation();
  const facilitator = makeMember(office.id, "facilitator");
  const make = (more: Record<string, unknown>) => makeResource(facilitator, office, more);
  const editing = (slug: string) => authorize(facilitator, "resource.edit", getResource(facilitator, slug));
  return { office, facilitator, make, editing };
}

it.each([
  ["past its end", { readOn: today, expiresOn: "2026-11-23" }, "expired"],
  ["on its last day", { readOn: today, expiresOn: today }, "soon"],
  ["sixty days before its end", { readOn: today, expiresOn: "2027-01-23" }, "soon"],
  ["sixty-one days before its end", { readOn: today, expiresOn: "2027-01-24" }, undefined],
  ["read a year ago to the day", { readOn: "2025-11-24", expiresOn: null }, undefined],
  ["read longer ago", { readOn: "2025-11-23", expiresOn: null }, "old"],
  ["read long ago and near its end", { readOn: "2020-01-01", expiresOn: "2026-12-01" }, "soon"],
])("a resource %s", (_label, row, state) => {
  expect(reviewState(row, today)).toBe(state);
});

describe("resources to read again", () => {
  it("are those of one's office that are published, by their end, and counted on « Aujourd’hui »", () => {
    const { office, facilitator, make } = setUp();
    const old = make({ reviewedOn: "2025-06-01" });
    const soon = make({ expiresOn: "2026-12-24" });
    const expired = make({ expiresOn: "2026-10-01" });
    make({ reviewedOn: "2026-06-01" });
    make({ reviewedOn: "2020-06-01", state: "draft" });
    const states = listToReview(facilitator, today).map((row) => [row.id, row.state]);
    expect(states).toEqual([
      [expired.id, "expired"],
      [soon.id, "soon"],
      [old.id, "old"],
    ]);
    expect(reviewDoor(facilitator, today)?.text).toBe("3 ressources à relire");
    expect(listToReview(makeMember(makeOrganisation().id, "facilitator"), today)).toEqual([]);
    expect(reviewDoor(makeMember(office.id, "colleague"), today)).toBeUndefined();
  });

  it("leave the list once read, as a version of their own; one past its end is given another year", () => {
    const { facilitator, make, editing } = setUp();
    const old = make({ reviewedOn: "2025-06-01" });
    const expired = make({ expiresOn: "2026-10-01" });
    rereadResource(facilitator, editing(old.slug), { reviewedOn: today });
    rereadResource(facilitator, editing(expired.slug), { reviewedOn: today, expiresOn: "2027-11-24" });
    expect(listToReview(facilitator, today)).toEqual([]);
    expect(getResource(facilitator, old.slug)).toMatchObject({ reviewedOn: today, version: 2 });
    expect(describeHistory(facilitator, editing(old.slug)).rows).toHaveLength(2);
  });

  it("are noted by whoever may edit them alone", () => {
    const { office, facilitator, make } = setUp();
    const { slug } = make({ reviewedOn: "2025-06-01" });
    const colleague = makeMember(office.id, "colleague");
    expect(() => authorize(colleague, "resource.edit", getResource(colleague, slug))).toThrow(ForbiddenError);
    const shipped = sqlite().prepare("SELECT id FROM resources WHERE owner_id IS NULL LIMIT 1").pluck().get();
    if (shipped) expect(listToReview(facilitator, "2040-01-01").map((row) => row.id)).not.toContain(shipped);
  });
});

describe("a link that moved", () => {
  const moved = (from: string, to: string) =>
    sqlite().prepare("UPDATE resource_links SET state = 'moved', moved_to = ? WHERE url = ?").run(to, from);

  it("takes its new address everywhere in the resource, in one tap", () => {
    const { facilitator, make, editing } = setUp();
    const from = "https://aide.example/avis";
    const body = `Voir [l’aide](${from}), puis ${from}. Pas ${from}-clients ni ${from}/plus.`;
    const { slug } = make({ kind: "link", url: from, body });
    moved(from, "https://support.example/avis");
    followMove(facilitator, editing(slug), from);
    const row = getResource(facilitator, slug);
    expect(row).toMatchObject({ url: "https://support.example/avis", version: 2 });
    expect(addressesIn(row)).toEqual(["https://support.example/avis", `${from}-clients`, `${from}/plus`]);
    expect(row.body).toContain("puis https://support.example/avis. Pas");
  });

  it("refuses an address that did not move, or that the resource no longer names", () => {
    const { facilitator, make, editing } = setUp();
    const { slug } = make({ body: "Voir https://ici.example/page" });
    expect(() => followMove(facilitator, editing(slug), "https://ici.example/page")).toThrow(NotFoundError);
    expect(() => followMove(facilitator, editing(slug), "https://autre.example/")).toThrow(NotFoundError);
    expect(getResource(facilitator, slug).version).toBe(1);
  });

  it("is replaced where it stands whole", () => {
    const text = "a https://x.example/a, https://x.example/ab; (https://x.example/a)";
    expect(replaceAddress(text, "https://x.example/a", "https://y.example/$1")).toBe(
      "a https://y.example/$1, https://x.example/ab; (https://y.example/$1)",
    );
  });
});
