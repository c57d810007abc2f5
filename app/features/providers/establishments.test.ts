import { describe, expect, it } from "vitest";
import { authorize } from "~/access/authorized";
import { loadActor } from "~/auth/load-actor.server";
import { sqlite } from "~/db/client.server";
import { ConflictError, ForbiddenError, NotFoundError, RuleError } from "~/lib/errors";
import { openTestDatabase } from "~/testing/database";
import { establishmentInput, mainEstablishment, makeEstablishment } from "~/testing/factories/record";
import { makeMember, makeOrganisation, makeProvider, makeProviderLogin } from "~/testing/factories/world";
import { correctEstablishment, removeFormerName } from "./establishments.commands.server";
import { getEstablishment, listFormerNames, listLabels, listStates } from "./establishments.queries.server";
import { giveLabel, withdrawLabel } from "./labels.commands.server";
import { getProvider, searchProviders } from "./queries.server";
import { recordState, removeState } from "./states.commands.server";

openTestDatabase({ at: "2026-11-24T10:00:00Z" });

function setUp() {
  const office = makeOrganisation();
  const facilitator = makeMember(office.id, "facilitator");
  const provider = makeProvider(facilitator, office, { name: "Gîte des Pins" });
  const main = authorize(facilitator, "provider.correct", mainEstablishment(facilitator, provider));
  return { office, facilitator, provider, main };
}
const found = ({ facilitator, office }: ReturnType<typeof setUp>, words: string) =>
  searchProviders(facilitator, words, office.id).map((row) => row.id);

describe("correcting an establishment", () => {
  it("keeps the former name for the search, and renames the provider that bore it", () => {
    const world = setUp();
    correctEstablishment(world.facilitator, world.main, establishmentInput({ name: "Villa des Embruns" }));
    expect(getProvider(world.facilitator, world.provider.id)).toMatchObject({ name: "Villa des Embruns" });
    expect(found(world, "gite des pins")).toEqual([world.provider.id]);
    expect(found(world, "embruns")).toEqual([world.provider.id]);
    const [former] = listFormerNames(world.main.id);
    expect(former).toMatchObject({ name: "Gîte des Pins", untilOn: "2026-11-24" });
    removeFormerName(world.facilitator, world.main, former?.id ?? "");
    expect(found(world, "gite des pins")).toEqual([]);
  });

  it("keeps list columns in line: kind and commune follow the main establishment", () => {
    const { facilitator, provider, main } = setUp();
    correctEstablishment(
      facilitator,
      main,
      establishmentInput({ name: "Gîte des Pins", kind: "hotel", commune: "Bazas (33430)" }),
    );
    expect(getProvider(facilitator, provider.id)).toMatchObject({ kind: "hotel", commune: "Bazas" });
    makeEstablishment(facilitator, provider, { name: "Table des Pins", kind: "restaurant", isMain: true });
    expect(getProvider(facilitator, provider.id)).toMatchObject({ kind: "restaurant", commune: "Soulac-sur-Mer" });
    expect(getEstablishment(facilitator, main.id).isMain).toBe(false);
  });

  it.each([
    { label: "a name of nowhere", typed: { commune: "Nulle-Part-les-Bains" }, inseeCode: null },
    { label: "unaccented, unhyphenated", typed: { commune: "Soulac sur mer" }, inseeCode: "33514" },
    { label: "with its postcode", typed: { commune: "Saint-Seurin-de-Cadourne", postcode: "33180" }, inseeCode: "33476" },
    { label: "as suggested", typed: { commune: "Lignan-de-Bazas (33430)" }, inseeCode: "33244" },
    { label: "merged into another", typed: { commune: "Cadouin", postcode: "24480" }, inseeCode: "24068" },
  ])("resolves a commune: $label", ({ typed, inseeCode }) => {
    const { facilitator, main } = setUp();
    correctEstablishment(facilitator, main, establishmentInput(typed));
    expect(getEstablishment(facilitator, main.id).inseeCode).toBe(inseeCode);
  });

  it("refuses a form opened before someone else saved, and keeps what was before", () => {
    const { facilitator, main } = setUp();
    correctEstablishment(facilitator, main, establishmentInput({ capacity: 6 }));
    expect(() => correctEstablishment(facilitator, main, establishmentInput({ capacity: 8 }))).toThrow(ConflictError);
    expect(getEstablishment(facilitator, main.id)).toMatchObject({ capacity: 6, version: 2 });
    const kept = sqlite().prepare("SELECT before FROM revisions WHERE subject_id = ?").pluck().all(main.id).map(String);
    expect(kept.map((before) => JSON.parse(before).changed)).toEqual([["name", "capacity"]]);
  });

  it("is out of sight elsewhere, refused to those who may only look, open to the director", () => {
    const { office, facilitator, provider, main } = setUp();
    const other = setUp();
    expect(() => getEstablishment(other.facilitator, main.id)).toThrow(NotFoundError);
    expect(() => correctEstablishment(other.facilitator, main, establishmentInput())).toThrow(ForbiddenError);
    expect(() => getEstablishment(makeMember(office.id, "colleague"), main.id)).toThrow(NotFoundError);
    expect(() => getEstablishment(makeProviderLogin(facilitator, provider), main.id)).toThrow(NotFoundError);
    const director = makeMember(office.id, "director");
    correctEstablishment(director, authorize(director, "provider.correct", main), establishmentInput({ capacity: 2 }));
    expect(getEstablishment(facilitator, main.id).capacity).toBe(2);
  });
});

describe("labels", () => {
  it("takes the new rating and end of a label given again, and goes when withdrawn", () => {
    const { facilitator, main } = setUp();
    giveLabel(facilitator, main, { label: "Gîtes de France", rating: "2 épis", endsOn: "2026-12-31" });
    giveLabel(facilitator, main, { label: "Gîtes de France", rating: "3 épis", endsOn: "2031-12-31" });
    const [label, ...others] = listLabels(main.id);
    expect(label).toMatchObject({ rating: "3 épis", endsOn: "2031-12-31" });
    expect(others).toEqual([]);
    withdrawLabel(facilitator, main, label?.id ?? "");
    expect(listLabels(main.id)).toEqual([]);
  });

  it("leaves another establishment's label alone", () => {
    const [mine, theirs] = [setUp(), setUp()];
    giveLabel(theirs.facilitator, theirs.main, { label: "Accueil Vélo" });
    withdrawLabel(mine.facilitator, mine.main, listLabels(theirs.main.id)[0]?.id ?? "");
    expect(listLabels(theirs.main.id)).toHaveLength(1);
  });
});

describe("dated states", () => {
  it("ends the operator's accesses on the day of the sale, when nothing else is left to run", () => {
    const { facilitator, provider, main } = setUp();
    const login = makeProviderLogin(facilitator, provider);
    recordState(facilitator, main, { state: "sold", fromOn: "2026-11-24" });
    expect(loadActor(login.userId)?.providerIds).toEqual([]);
  });

  it("leaves them while another establishment is open", () => {
    const { facilitator, provider, main } = setUp();
    const login = makeProviderLogin(facilitator, provider);
    makeEstablishment(facilitator, provider);
    recordState(facilitator, main, { state: "sold", fromOn: "2026-11-24" });
    expect(loadActor(login.userId)?.providerIds).toEqual([provider.id]);
  });

  it("refuses a sale to come, takes a closing to come, and one state a day", () => {
    const { facilitator, main } = setUp();
    expect(() => recordState(facilitator, main, { state: "sold", fromOn: "2026-11-25" })).toThrow(RuleError);
    recordState(facilitator, main, { state: "closed", fromOn: "2027-01-01" });
    recordState(facilitator, main, { state: "open", fromOn: "2027-01-01" });
    expect(listStates(main.id).map((one) => [one.fromOn, one.state])).toEqual([
      ["2027-01-01", "open"],
      ["2026-11-24", "open"],
    ]);
  });

  it("takes back a state, but never the last one", () => {
    const { facilitator, main } = setUp();
    recordState(facilitator, main, { state: "closed", fromOn: "2026-11-01" });
    for (const state of listStates(main.id)) removeState(facilitator, main, state.id);
    expect(listStates(main.id)).toHaveLength(1);
  });
});
