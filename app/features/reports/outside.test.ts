import { extractRawText } from "mammoth";
import readXlsx from "read-excel-file/node";
import { describe, expect, it } from "vitest";
import { sqlite } from "~/db/client.server";
import type { FrozenFigures } from "~/lib/report-content";
import { openTestDatabase } from "~/testing/database";
import { makeFinishedReport } from "~/testing/factories/activity-report";
import { makeSession } from "~/testing/factories/session";
import { makeMember, makeOrganisation, makeProvider } from "~/testing/factories/world";
import { readPdf } from "~/testing/read-pdf";
import { type DocumentFormat, documentFormats, makeDocument } from "./documents.server";
import { type Audience, figuresOutside, hidesSomething } from "./outside.model";

openTestDatabase({ at: "2026-11-24T10:00:00Z" });

const days = { beforeStartsOn: "2025-01-01", beforeEndsOn: "2025-12-31" };

function frozen(values: FrozenFigures["values"], lists: FrozenFigures["lists"] = {}): FrozenFigures {
  return { ...days, values, lists };
}

describe("the figures that leave the office", () => {
  it.each([
    {
      about: "fewer than five, in itself and the year before",
      given: { absences: { value: 3, before: 12 } },
      told: { value: 0, hidden: "few" },
    },
    { about: "a past under five", given: { absences: { value: 12, before: 3 } }, told: { value: 12 } },
    { about: "none at all", given: { absences: { value: 0, before: 7 } }, told: { value: 0, before: 7 } },
    { about: "five", given: { absences: { value: 5, before: 5 } }, told: { value: 5, before: 5 } },
  ])("tell no number of one to four people: $about", ({ given, told }) => {
    expect(figuresOutside(frozen(given)).values.absences).toEqual(told);
  });

  it("hide what would tell one by subtraction, and no count that is not of people", () => {
    const values = {
      ...{ known: { value: 40 }, reached: { value: 20, before: 18 }, newProviders: { value: 2 }, followed: { value: 18 } },
      ...{ never: { value: 15 }, sessions: { value: 3, before: 2 }, contact: { value: 180 }, actionsDone: { value: 1 } },
    };
    expect(figuresOutside(frozen(values)).values).toEqual({
      ...values,
      newProviders: { value: 0, hidden: "few" },
      followed: { value: 0, hidden: "beside" },
    });
    const almostAll = { known: { value: 40 }, reached: { value: 38 }, never: { value: 2 } };
    expect(figuresOutside(frozen(almostAll)).values).toMatchObject({
      known: { value: 40 },
      reached: { value: 0, hidden: "beside" },
      never: { value: 0, hidden: "few" },
    });
  });

  it("put small communes together until they are enough, and hide a promise of few", () => {
    const communes = [
      { key: "33514", name: "Soulac-sur-Mer", value: 12, of: 30 },
      { key: "33521", name: "Talais", value: 2, of: 3 },
      { key: "33540", name: "Vensac", value: 4, of: 9 },
    ];
    const goals = [
      { key: "newProviders", value: 3, of: 10 },
      { key: "sessions", value: 3, of: 10 },
    ];
    const { lists } = figuresOutside(frozen({}, { communes, goals }));
    expect(lists.communes).toEqual([communes[0], { key: "others", value: 6, of: 12 }]);
    expect(lists.goals).toEqual([{ key: "newProviders", value: 0, of: 10, hidden: "few" }, goals[1]]);
    expect(hidesSomething(frozen({}, { communes }))).toBe(true);
    expect(hidesSomething(frozen({ reached: { value: 12 } }, { communes: communes.slice(0, 1) }))).toBe(false);
  });
});

describe("a report's documents", () => {
  /** Twelve providers in one commune, seven of them met; three in another, two met. */
  function setUp() {
    const place = sqlite().prepare(
      "INSERT OR IGNORE INTO communes (insee_code, name, search_text, departement) VALUES (?, ?, '', '33')",
    );
    place.run("33514", "Soulac-sur-Mer");
    place.run("33521", "Talais");
    const office = makeOrganisation({ name: "Office des Pertuis" });
    const facilitator = makeMember(office.id, "facilitator");
    const director = makeMember(office.id, "director");
    const move = sqlite().prepare("UPDATE providers SET insee_code = ? WHERE id = ?");
    for (let nth = 0; nth < 15; nth += 1) {
      const { id } = makeProvider(facilitator, office);
      move.run(nth < 12 ? "33514" : "33521", id);
      if (nth < 7 || nth > 12) makeSession(facilitator, office, { providers: [id], heldOn: "2025-03-02" });
    }
    return { director, id: makeFinishedReport(director, office) };
  }

  const readers: Record<DocumentFormat, (bytes: Buffer) => Promise<string>> = {
    pdf: async (bytes) => (await readPdf(bytes)).text,
    slides: async (bytes) => (await readPdf(bytes)).text,
    docx: async (buffer) => (await extractRawText({ buffer })).value,
    xlsx: async (bytes) => JSON.stringify((await readXlsx(bytes)).map(({ data }) => data)),
  };

  it.each(documentFormats)("tell no small commune outside the office, and say so; every number inside: %s", async (format) => {
    const { director, id } = setUp();
    const read = async (audience: Audience) => readers[format]((await makeDocument(director, id, { format, audience })).bytes);
    const [outside, office] = [await read("outside"), await read("office")];
    expect(outside).not.toContain("Talais");
    expect(outside).toContain("prestataires sont réunis ou ne sont pas montrés");
    expect(office).toContain("Talais");
    expect(office).toContain("Version interne");
  });
});
