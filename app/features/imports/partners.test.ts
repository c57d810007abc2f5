import { describe, expect, it } from "vitest";
import { authorize } from "~/access/authorized";
import { sqlite } from "~/db/client.server";
import { listProviders } from "~/features/providers/list.queries.server";
import { notePartnership } from "~/features/providers/record.commands.server";
import { listPartnerships } from "~/features/providers/record.queries.server";
import { openTestDatabase } from "~/testing/database";
import { importOf, runJobs, sendFile } from "~/testing/factories/table-import";
import { makeMember, makeOrganisation, makeProvider } from "~/testing/factories/world";
import { applyImport, undoImport } from "./commands.server";
import { mapImport } from "./mapping.commands.server";
import { answerMatches } from "./matches.commands.server";
import { listMatches } from "./matches.queries.server";
import { getImport } from "./queries.server";
import { countRowsApplied, listProblems } from "./rows.queries.server";

openTestDatabase({ at: "2026-11-24T10:00:00Z" });

const content = [
  "Adhérent;SIRET;Montant;Formule;Exercice",
  "Gîte des Pins;;120;Essentiel;2026",
  "Dune SARL;732 829 320 00074;250,50;;2026",
  "La Marée haute;;;Premium;",
  "Le Refuge;;;Premium;l’an prochain",
  "La Cabane;;;Non;2026",
].join("\n");

async function setUp() {
  const office = makeOrganisation();
  const director = makeMember(office.id, "director");
  const pins = makeProvider(director, office, { name: "Gîte des Pins" });
  const dune = makeProvider(director, office, { name: "Hôtel de la Dune" });
  sqlite().prepare("UPDATE providers SET siret = '73282932000074' WHERE id = ?").run(dune.id);
  const id = await sendFile(director, office, { content, fileName: "adherents-2026.csv" });
  mapImport(director, importOf(director, id), {
    content: "partners",
    columns: ["provider", "siret", "amount", "level", "year"],
    year: 2025,
  });
  await runJobs();
  return { office, director, pins, dune, id };
}

describe("the yearly partner file", () => {
  it("notes each partnership by name or SIRET, those of unknown names as answered", async () => {
    const { director, pins, dune, id } = await setUp();
    expect(listProblems(director, id).map((one) => one.problem)).toEqual([
      { key: "bad_year", said: "l’an prochain" },
      { key: "not_partner", said: "Non" },
    ]);
    expect(listMatches(director, id, false).map((one) => one.name)).toEqual(["La Marée haute"]);
    answerMatches(director, importOf(director, id), { intent: "keep", matches: [], rest: "new" });
    applyImport(director, importOf(director, id));
    await runJobs();
    expect(countRowsApplied(director, id)).toEqual({ applied: 3, left: 0 });
    expect(listPartnerships(pins.id)).toEqual([{ year: 2026, level: "Essentiel · 120\u00a0€" }]);
    expect(listPartnerships(dune.id)).toEqual([{ year: 2026, level: "250,50\u00a0€" }]);
    expect(listProviders(director, { partner: { year: 2025, isPartner: true } }).rows.map((one) => one.name)).toEqual([
      "La Marée haute",
    ]);
  });

  it("is withdrawn whole: earlier levels come back, what a person changed since stays", async () => {
    const { director, pins, dune, office, id } = await setUp();
    const provider = (one: { id: string }) => authorize(director, "provider.correct", { id: one.id, ownerId: office.id });
    notePartnership(director, provider(pins), { year: 2026, level: "Découverte" });
    answerMatches(director, importOf(director, id), { intent: "keep", matches: [], rest: "new" });
    applyImport(director, importOf(director, id));
    await runJobs();
    notePartnership(director, provider(dune), { year: 2026, level: "Prestige" });
    undoImport(director, importOf(director, id));
    await runJobs();
    expect(getImport(director, id).state).toBe("undone");
    expect(listPartnerships(pins.id)).toEqual([{ year: 2026, level: "Découverte" }]);
    expect(listPartnerships(dune.id)).toEqual([{ year: 2026, level: "Prestige" }]);
    expect(listProviders(director, {}).rows.map((one) => one.name)).toEqual(["Gîte des Pins", "Hôtel de la Dune"]);
  });
});
