import { strFromU8, unzipSync } from "fflate";
import readXlsxFile from "read-excel-file/node";
import { expect, it, vi } from "vitest";
import { toCsv } from "./csv";
import { streamXlsx, toXlsx } from "./xlsx.server";

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

it("freezes and filters the header, keeps widths, and names two sheets apart", async () => {
  const sheet = {
    name: "A/B",
    columns: [
      { title: "Quand", type: "instant" as const, width: 30 },
      { title: "Temps", type: "duration" as const },
    ],
  };
  const book = await toXlsx([
    { ...sheet, rows: [["2026-11-24T14:30", 90]] },
    { ...sheet, rows: [["pas un jour", 0]] },
  ]);
  const files = unzipSync(book);
  const xml = strFromU8(files["xl/worksheets/sheet1.xml"] ?? new Uint8Array());
  expect(xml).toContain('<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>');
  expect(xml).toContain('<autoFilter ref="A1:B2"/>');
  expect(xml).toContain('<col min="1" max="1" width="30" customWidth="1"/>');
  expect(xml).toContain('<c r="B2" s="4"><v>0.0625</v></c>');
  const [first, second] = await readXlsxFile(book);
  expect([first?.sheet, second?.sheet]).toEqual(["A B", "A B (2)"]);
  expect(first?.data[1]?.[0]).toEqual(new Date("2026-11-24T14:30:00Z"));
  expect(second?.data[1]?.[0]).toBe("pas un jour");
});

it("holds what XML would break on, and leaves out what it cannot hold", async () => {
  const [sheet] = await readXlsxFile(await toXlsx([{ name: "a", columns: [{ title: "x" }], rows: [['<&"> é 😀\u0001\ud800']] }]));
  expect(sheet?.data[1]).toEqual(['<&"> é 😀']);
});

it("asks for no more rows than are taken, and stops with its reader", async () => {
  let [asked, stopped] = [0, false];
  function* rows() {
    try {
      for (; asked < 2_000_000; asked++) yield [`ligne ${asked} ${Math.sin(asked)}`, asked];
    } finally {
      stopped = true;
    }
  }
  const stream = streamXlsx([{ name: "a", columns: [{ title: "x" }, { title: "n", type: "number" }], rows: rows() }]);
  for (let nth = 0; nth < 20; nth++) await stream.next();
  await stream.return(undefined);
  expect(asked).toBeGreaterThan(0);
  expect(asked).toBeLessThan(40_000);
  await vi.waitFor(() => expect(stopped).toBe(true));
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
