import { describe, expect, it } from "vitest";
import { sqlite } from "~/db/client.server";
import { openTestDatabase } from "~/testing/database";
import { makeMember, makeOrganisation, makeProvider } from "~/testing/factories/world";
import { isSiretPlausible, searchWords } from "./model";
import { searchProviders } from "./queries.server";
import { refreshProvider } from "./refresh.commands.server";

openTestDatabase({ at: "2026-11-24T10:00:00Z" });

describe("what a provider is found by", () => {
  it("follows the rows: former names, contacts, phones however they are spaced", () => {
    const office = makeOrganisation();
    const facilitator = makeMember(office.id, "facilitator");
    const gite = makeProvider(facilitator, office, { name: "Gîte des Œillets" });
    const [establishmentId] = sqlite().prepare("SELECT id FROM establishments WHERE provider_id = ?").pluck().all(gite.id);
    sqlite()
      .prepare("INSERT INTO establishment_names (id, establishment_id, name) VALUES ('former', ?, 'La Bergerie')")
      .run(establishmentId);
    sqlite()
      .prepare(
        "INSERT INTO contacts (id, owner_id, provider_id, name, phone, created_at) VALUES ('c', ?, ?, 'Maïté Duhau', '+33199001234', 0)",
      )
      .run(office.id, gite.id);
    expect(searchProviders(facilitator, "bergerie", office.id)).toEqual([]);
    refreshProvider(gite.id);
    for (const words of ["bergerie", "duhau maite", "oeillets", "01 99 00 12 34", "+33 1 99 00 12 34", "0199001234", "soulac"]) {
      expect(searchProviders(facilitator, words, office.id), words).toMatchObject([{ id: gite.id }]);
    }
  });
});

describe("a search's words", () => {
  it.each([
    ["01.99.00-12 34", ["0199001234"]],
    ["0033 1 99 00 12 34", ["+33199001234"]],
    ["+33 (0)1 99 00 12 34", ["+33199001234"]],
    ["Hôtel-du Phare", ["hotel", "du", "phare"]],
  ])("%s", (typed, words) => {
    expect(searchWords(typed)).toEqual(words);
  });
});

describe("a SIRET's key", () => {
  it.each([
    ["73282932000074", true, "Luhn holds"],
    ["73282932000075", false, "one digit off"],
    ["35600000000048", true, "La Poste, its seat"],
    ["35600000049837", true, "La Poste, digits that add up to a multiple of 5"],
    ["35600000049838", false, "La Poste, neither key"],
    ["7328293200007", false, "13 digits"],
    ["", false, "nothing"],
    ["7328293200007A", false, "a letter"],
  ])("%s: %s (%s)", (siret, isPlausible) => {
    expect(isSiretPlausible(siret)).toBe(isPlausible);
  });
});
