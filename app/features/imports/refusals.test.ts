import { existsSync } from "node:fs";
import { expect, it } from "vitest";
import { sqlite } from "~/db/client.server";
import { openTestDatabase } from "~/testing/database";
import { sendFile } from "~/testing/factories/table-import";
import { makeMember, makeOrganisation, makeProvider } from "~/testing/factories/world";
import { zipOf } from "~/testing/zip";
import { importPath } from "./file-store.server";
import { describeImport } from "./page.server";
import { getImport } from "./queries.server";
import { hasRealAddresses } from "./workbook.server";

openTestDatabase({ at: "2026-11-24T10:00:00Z" });

const cellAt = (place: string) =>
  zipOf({ "xl/workbook.xml": "<workbook/>", "xl/worksheets/sheet1.xml": `<worksheet><c t="s" r="${place}"/></worksheet>` });
const tables = ["providers", "establishments", "contacts", "import_records", "coaching_sessions", "partnerships"];
const counts = () => tables.map((table) => sqlite().prepare(`SELECT count(*) FROM ${table}`).pluck().get());

it.each([
  ["a cut archive", zipOf({ "objects/a.json": "{}" }).subarray(0, 60), "L’archive est abîmée ou incomplète."],
  ["a bomb", zipOf({ "objects/a.json": Buffer.alloc(8 * 1024 ** 2, 0x20) }), "L’archive est trop volumineuse une fois ouverte."],
  ["a bomb in a workbook", zipOf({ "xl/workbook.xml": Buffer.alloc(8 * 1024 ** 2, 0x20) }), "L’archive est trop volumineuse"],
  ["a workbook whose cell stands nowhere", cellAt("undefined2"), "Ce tableau n’a pas pu être lu."],
  ["an unknown form", '{"hello": 1}', "Format non reconnu."],
  ["UTF-16 without a mark", Buffer.from('[{"@id": "é"}]', "utf16le"), "Format non reconnu."],
  ["a table without rows", "Nom;Commune\n", "Ce fichier ne contient aucune fiche."],
  ["an empty list", "[]", "Ce fichier ne contient aucune fiche."],
])("%s is refused in words and leaves the office as it was", async (_label, content, message) => {
  const office = makeOrganisation();
  const facilitator = makeMember(office.id, "facilitator");
  makeProvider(facilitator, office);
  const before = counts();
  const id = await sendFile(facilitator, office, { content });
  expect(getImport(facilitator, id).state).toBe("failed");
  expect(describeImport(facilitator, id, {}).outcome?.lines[0]).toContain(message);
  expect(counts()).toEqual(before);
  expect(existsSync(importPath(id))).toBe(false);
});

it.each([
  ['<c r="XFD1048576" t="s">', true],
  ['<row r="7"><c r="A7"/></row><dimension ref="A1:C7"/>', true],
  ['<c t="n" r="XFE1">', false],
  ["<x:c r='AAAA1'>", false],
  ['<c r="undefined2"/>', false],
  ['<dimension ref="A1:ZZZZZZ9"/>', false],
])("reads a sheet with %s: %s", (xml, isReal) => expect(hasRealAddresses(xml)).toBe(isReal));
