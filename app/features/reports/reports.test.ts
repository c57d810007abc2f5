import { strFromU8, unzipSync } from "fflate";
import { extractRawText } from "mammoth";
import readXlsx from "read-excel-file/node";
import { describe, expect, it } from "vitest";
import { authorize } from "~/access/authorized";
import { ConflictError, ForbiddenError, NotFoundError, RuleError } from "~/lib/errors";
import { newId } from "~/lib/ids";
import { openTestDatabase } from "~/testing/database";
import { makeActivityReport, makeFinishedReport } from "~/testing/factories/activity-report";
import { makeGoal } from "~/testing/factories/goal";
import { makeSession } from "~/testing/factories/session";
import { makeMember, makeOrganisation, makeProvider } from "~/testing/factories/world";
import { readPdf } from "~/testing/read-pdf";
import { addBlock, moveBlock, writeBlock } from "./blocks.commands.server";
import { finishReport, keepTemplate, refreshFigures } from "./commands.server";
import { describeBlocks } from "./describe.server";
import { makeDocument } from "./documents.server";
import { getReport, listBlocks } from "./queries.server";

openTestDatabase({ at: "2026-11-24T10:00:00Z" });

function setUp(name = "Office des Pertuis") {
  const office = makeOrganisation({ name });
  const facilitator = makeMember(office.id, "facilitator");
  const director = makeMember(office.id, "director");
  const gite = makeProvider(facilitator, office, { name: "Gîte des Pins" });
  makeProvider(facilitator, office);
  makeSession(facilitator, office, { providers: [gite.id], heldOn: "2025-03-02", theme: "reputation", duration: 90 });
  makeSession(facilitator, office, { providers: [gite.id], heldOn: "2024-03-02" });
  return { office, facilitator, director, gite };
}
const draft = (actor: ReturnType<typeof makeMember>, id: string) => authorize(actor, "report.make", getReport(actor, id));

describe("an activity report", () => {
  it("starts as a draft of the period, its figures frozen beside the period before", () => {
    const { office, facilitator } = setUp();
    const report = getReport(facilitator, makeActivityReport(facilitator, office));
    expect(report).toMatchObject({
      title: "Rapport d’activité 2025",
      state: "draft",
      startsOn: "2025-01-01",
      endsOn: "2025-12-31",
    });
    expect(report.figures.values).toMatchObject({
      sessions: { value: 1, before: 1 },
      contact: { value: 90, before: 60 },
      reached: { value: 1, before: 1 },
      known: { value: 2 },
    });
    const [opening] = describeBlocks(facilitator, report, listBlocks(report.id));
    expect(opening?.body).toContain("a accompagné 1 prestataire sur 2 connus, en 1 séance et 1,5\u00a0h d’accompagnement");
    expect(opening?.typed.body).toContain("a accompagné {prestataires} sur {connus}");
  });

  it("tells a part of those known, and none of nobody", () => {
    const { office, facilitator } = setUp();
    const notes = (actor: ReturnType<typeof makeMember>, at: typeof office) => {
      const report = getReport(actor, makeActivityReport(actor, at));
      return describeBlocks(actor, report, listBlocks(report.id)).flatMap(({ figures }) => figures.map(({ note }) => note));
    };
    expect(notes(facilitator, office)).toContain("50\u00a0% des 2 connus");
    const nothing = makeOrganisation();
    expect(notes(makeMember(nothing.id, "facilitator"), nothing).filter(Boolean)).toEqual([]);
  });

  it("keeps its figures after a later session, until somebody asks for today’s; finished, not even then", () => {
    const { office, facilitator, director, gite } = setUp();
    const id = makeActivityReport(facilitator, office);
    const sessions = () => getReport(facilitator, id).figures.values.sessions?.value;
    makeSession(facilitator, office, { providers: [gite.id], heldOn: "2025-06-02" });
    expect(sessions()).toBe(1);
    refreshFigures(facilitator, draft(facilitator, id));
    expect(sessions()).toBe(2);
    expect(describeBlocks(facilitator, getReport(facilitator, id), listBlocks(id))[0]?.body).toContain("en 2 séances");
    finishReport(director, authorize(director, "report.finish", getReport(director, id)));
    expect(() => refreshFigures(facilitator, draft(facilitator, id))).toThrow(RuleError);
    const [block] = listBlocks(id);
    expect(() => moveBlock(facilitator, draft(facilitator, id), { blockId: block?.id ?? "", to: "out" })).toThrow(RuleError);
  });

  it("has its blocks written, moved, added and taken out; a block saved since is a conflict", () => {
    const { office, facilitator } = setUp();
    const id = makeActivityReport(facilitator, office);
    const titles = () => listBlocks(id).map((block) => block.title);
    const [first, second] = listBlocks(id);
    const input = { blockId: second?.id ?? "", version: 1, title: "Nos chiffres", body: "Une bonne année." };
    writeBlock(facilitator, draft(facilitator, id), input);
    expect(() => writeBlock(facilitator, draft(facilitator, id), { ...input, body: "Autre" })).toThrow(ConflictError);
    moveBlock(facilitator, draft(facilitator, id), { blockId: second?.id ?? "", to: "up" });
    expect(titles().slice(0, 2)).toEqual(["Nos chiffres", first?.title]);
    moveBlock(facilitator, draft(facilitator, id), { blockId: first?.id ?? "", to: "out" });
    const count = titles().length;
    addBlock(facilitator, draft(facilitator, id), { id: newId(), kind: "table:providerKinds" });
    expect(listBlocks(id)[count]).toMatchObject({ kind: "table", content: { list: "providerKinds" } });
    const stranger = { id: newId(), kind: "quote", quoteId: newId() };
    expect(() => addBlock(facilitator, draft(facilitator, id), stranger)).toThrow(RuleError);
  });

  it("gives its outline to the next ones when the director keeps it", () => {
    const { office, facilitator, director } = setUp();
    const id = makeActivityReport(facilitator, office);
    for (const block of listBlocks(id).slice(1)) moveBlock(facilitator, draft(facilitator, id), { blockId: block.id, to: "out" });
    keepTemplate(director, authorize(director, "report.finish", getReport(director, id)));
    expect(listBlocks(makeActivityReport(facilitator, office))).toHaveLength(1);
  });

  it("is finished by its director alone, and another office’s is not there", () => {
    const { office, facilitator } = setUp();
    const id = makeActivityReport(facilitator, office);
    expect(() => authorize(facilitator, "report.finish", getReport(facilitator, id))).toThrow(ForbiddenError);
    for (const role of ["facilitator", "director"] as const)
      expect(() => getReport(makeMember(makeOrganisation().id, role), id)).toThrow(NotFoundError);
  });
});

describe("its documents", () => {
  it("is a tagged PDF with contents, page numbers, tables and figures, that names no provider", async () => {
    const { office, director } = setUp();
    makeGoal(director, office, { figure: "sessions", target: 4, startsOn: "2025-01-01", endsOn: "2025-12-31" });
    const { name, bytes } = await makeDocument(director, makeFinishedReport(director, office), {
      format: "pdf",
      audience: "office",
    });
    const { pages, text, isTagged, roles, language } = await readPdf(bytes);
    expect(name).toBe("Rapport d’activité 2025.pdf");
    expect({ isTagged, language }).toEqual({ isTagged: true, language: "fr" });
    expect(roles).toEqual(expect.arrayContaining(["H1", "H2", "P", "TOC", "TOCI", "Table", "TH", "TD", "Figure"]));
    for (const words of ["Sommaire", "Office des Pertuis", "Chiffres arrêtés le 24 nov. 2026", "Avant et maintenant", "1 / "])
      expect(text).toContain(words);
    expect(text).not.toContain("Gîte des Pins");
    expect(pages.length).toBeLessThan(5);
  });

  it("is shown as slides: a landscape tagged PDF of the same frozen blocks, a heading on each", async () => {
    const { office, director, facilitator, gite } = setUp();
    const id = makeFinishedReport(director, office);
    makeSession(facilitator, office, { providers: [gite.id], heldOn: "2025-06-02", reportReason: "Retrouvée" });
    const { name, bytes } = await makeDocument(director, id, { format: "slides", audience: "office" });
    expect(name).toBe("Rapport d’activité 2025, diapositives.pdf");
    const { pages, text, isTagged, roles, language, sizes } = await readPdf(bytes);
    expect({ isTagged, language }).toEqual({ isTagged: true, language: "fr" });
    expect(new Set(sizes)).toEqual(new Set(["960x540"]));
    expect(roles).toEqual(expect.arrayContaining(["H1", "H2", "P", "Table", "TH", "TD", "Figure"]));
    expect(pages[0]).toContain("Chiffres arrêtés le 24 nov. 2026");
    const titles = listBlocks(id)
      .map((block) => block.title)
      .filter((title) => title && text.includes(title));
    expect(titles.length).toBeGreaterThan(3);
    expect(pages.length).toBeGreaterThan(titles.length);
    expect(pages[0]).toContain("Chiffres corrigés depuis");
    expect(pages.at(-1)).toContain("Retrouvée");
    for (const words of ["Avant et maintenant", `2 / ${pages.length}`]) expect(text).toContain(words);
    expect(text).not.toContain("Gîte des Pins");
  });

  it("is a DOCX with the same words, and a workbook of numbers with its definitions", async () => {
    const { office, director } = setUp();
    const id = makeFinishedReport(director, office);
    const { value } = await extractRawText({
      buffer: (await makeDocument(director, id, { format: "docx", audience: "office" })).bytes,
    });
    expect(value).toContain("Rapport d’activité 2025");
    expect(value).toContain("Avant et maintenant");
    expect(value).not.toContain("Gîte des Pins");
    const { bytes } = await makeDocument(director, id, { format: "xlsx", audience: "office" });
    expect(strFromU8(unzipSync(bytes)["xl/worksheets/sheet1.xml"] ?? new Uint8Array())).toMatch(
      /state="frozen".*<autoFilter ref="A1:D\d+"\/>/s,
    );
    const sheets = await readXlsx(bytes);
    expect(sheets.map((one) => one.sheet)).toEqual(expect.arrayContaining(["Chiffres", "Définitions", "À propos"]));
    const rows = sheets.find((one) => one.sheet === "Chiffres")?.data ?? [];
    expect(rows.find(([name]) => name === "Temps avec les prestataires")).toEqual([
      "Temps avec les prestataires",
      1.5,
      1,
      "heures",
    ]);
  });

  it("has French spaces in what people typed, in every form of it, and plain ones where it was typed", async () => {
    const { director, office } = setUp("Destination : les Pertuis");
    const id = makeActivityReport(director, office);
    const text = listBlocks(id).find((block) => block.kind === "text");
    if (!text) throw new Error("no text block");
    const said = { title: "Bilan : la saison", body: "Une belle année ! Et la suite ?", version: text.version };
    writeBlock(director, draft(director, id), { blockId: text.id, ...said });
    const written = ["Bilan\u00a0: la saison", "Une belle année\u202f! Et la suite\u202f?"];
    const shown = describeBlocks(director, getReport(director, id), listBlocks(id)).find((block) => block.id === text.id);
    expect(shown).toMatchObject({ title: written[0], body: written[1], typed: { title: said.title, body: said.body } });
    const make = async (format: "docx" | "xlsx") => (await makeDocument(director, id, { format, audience: "office" })).bytes;
    const { value } = await extractRawText({ buffer: await make("docx") });
    for (const words of [...written, "Destination\u00a0: les Pertuis"]) expect(value).toContain(words);
    const sheets = await readXlsx(await make("xlsx"));
    expect(JSON.stringify(sheets)).toContain("Destination\u00a0: les Pertuis");
    expect(listBlocks(id).find((block) => block.id === text.id)).toMatchObject({ title: said.title, body: said.body });
  });

  it("is not made for another office", async () => {
    const { office, director } = setUp();
    const id = makeFinishedReport(director, office);
    await expect(
      makeDocument(makeMember(makeOrganisation().id, "director"), id, { format: "pdf", audience: "office" }),
    ).rejects.toThrow(NotFoundError);
  });
});
