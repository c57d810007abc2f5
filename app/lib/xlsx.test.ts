import readXlsxFile from "read-excel-file/node";
import { expect, it } from "vitest";
import { toCsv } from "./csv";
import { toXlsx } from "./xlsx.server";

it("writes real types, read back by another library, and no formula", async () => {
  const columns = [{ title: "Nom" }, { title: "Minutes" }, { title: "Date", type: "day" as const }];
  const book = await toXlsx([
    {
      name: "Séances",
      columns,
      rows: [
        ["=1+1", 90, "2026-11-24"],
        ["Gîte", null, null],
      ],
    },
  ]);
  const [sheet] = await readXlsxFile(book);
  expect(sheet?.data).toEqual([
    ["Nom", "Minutes", "Date"],
    ["'=1+1", 90, new Date("2026-11-24T00:00:00Z")],
    ["Gîte", null, null],
  ]);
});

it("writes a CSV that French Excel opens right", () => {
  expect(
    toCsv(
      ["Nom", "Heures"],
      [
        ["Gîte; « Les Pins »", 1.5],
        ['+33 "x"', null],
      ],
    ),
  ).toBe('\ufeffNom;Heures\r\n"Gîte; « Les Pins »";1,5\r\n"\'+33 ""x""";\r\n');
});
