import type { SizeReport } from "./run-size";
import type { Spread } from "./timing";

const ms = (value: number) => (value < 10 ? value.toFixed(3) : value.toFixed(1));
const times = (a: number, b: number | undefined) => (b ? `${(a / b).toFixed(2)} ×` : "");
const megabytes = (bytes: number) => `${(bytes / 1e6).toFixed(1)} MB`;
const spread = ({ p50, p99, max }: Spread) => `${ms(p50)} / ${ms(p99)} / ${ms(max)}`;

/** Prints a table with a line under its head, the columns as wide as they need. */
export function printTable(title: string, rows: string[][]): void {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const line = (row: string[]) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join("  ")
      .trimEnd();
  console.log(`\n${title}`);
  for (const [nth, row] of rows.entries()) {
    console.log(line(row));
    if (nth === 0) console.log(widths.map((width) => "-".repeat(width)).join("  "));
  }
}

export function printSize(name: string, found: SizeReport): void {
  printTable(`${name}, SQL, ms p50 / p99 / max (file of ${megabytes(found.fileBytes)})`, [
    ["what", "product's statements", "floor", "p50", "p99", "the whole call", "p50", "p99"],
    ...found.sql.map((one) => [
      one.name,
      spread(one.statements),
      spread(one.floor),
      times(one.statements.p50, one.floor.p50),
      times(one.statements.p99, one.floor.p99),
      spread(one.product),
      times(one.product.p50, one.floor.p50),
      times(one.product.p99, one.floor.p99),
    ]),
  ]);
  printTable(`${name}, processor ms a request at 10 connections (requests a second, p99 ms)`, [
    ["what", "product", "bare Remix", "floor", "to bare Remix", "to floor"],
    ...found.http.map(({ name: what, product, bareRemix, floor }) => [
      what,
      ...[product, bareRemix, floor].map((one) => (one ? `${ms(one.cpu)} (${Math.round(one.perSecond)}, ${one.p99})` : "")),
      times(product.cpu, bareRemix?.cpu),
      times(product.cpu, floor?.cpu),
    ]),
  ]);
  printProcess(name, found);
  printVisits(name, found);
  const { quiet, during, written, total } = found.importing;
  printTable(`${name}, the log's data at 10 connections while ${total} records are imported (${written} by the end)`, [
    ["", "alone", "meanwhile", "ratio"],
    ["p50 ms", String(quiet.p50), String(during.p50), times(during.p50, quiet.p50)],
    ["p99 ms", String(quiet.p99), String(during.p99), times(during.p99, quiet.p99)],
  ]);
}

/** Each page's time at the nation's size beside the region's (goal G9). */
export function printGrowth(region: SizeReport, nation: SizeReport): void {
  const smaller = new Map(region.http.map((one) => [one.name, one.product]));
  printTable("nation to region, ms at 10 connections", [
    ["what", "p50", "p99"],
    ...nation.http.flatMap(({ name, product }) => {
      const one = smaller.get(name);
      return one ? [[name, times(product.p50, one.p50), times(product.p99, one.p99)]] : [];
    }),
  ]);
}

function printProcess(name: string, { startMs, idle, peak }: SizeReport): void {
  const rivals = ["product", "bareRemix", "floor"] as const;
  const row = (what: string, read: (rival: (typeof rivals)[number]) => number) => [
    what,
    ...rivals.map((rival) => read(rival).toFixed(0)),
    times(read("product"), read("bareRemix")),
  ];
  printTable(`${name}, the process`, [
    ["what", "product", "bare Remix", "floor", "to bare Remix"],
    row("start to first answer, ms", (rival) => startMs[rival]),
    row("RSS idle, MB", (rival) => idle[rival].now),
    row("  of which its own (not mapped), MB", (rival) => idle[rival].own),
    row("RSS peak, MB", (rival) => peak[rival].peak),
    row("  its own after the load, MB", (rival) => peak[rival].own),
  ]);
}

function printVisits(name: string, { visits }: SizeReport): void {
  const kb = (bytes: number) => `${(bytes / 1000).toFixed(0)} kB`;
  const rows = Object.entries(visits).map(([what, one]) => [
    what,
    ms(one.lcpMs),
    ms(one.tbtMs),
    one.cls.toFixed(3),
    String(one.requests),
    kb(one.bytes),
    kb(one.scriptBytes),
  ]);
  if (rows.length > 0) printTable(`${name}, first visit, cold cache, processor slowed 4 times`, [visitHead, ...rows]);
}

const visitHead = ["page", "LCP ms", "TBT ms", "CLS", "requests", "on the wire", "JavaScript"];
