import { existsSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { readImportFile } from "./read-file.server";

const samples = process.env.IMPORT_SAMPLES ?? "../../shared/samples";

describe.runIf(existsSync(samples))("real files, where there are some", () => {
  it("reads a DATAtourisme flux of 2020", async () => {
    const { records } = await readImportFile(`${samples}/datatourisme-flux.zip`);
    expect(records).toHaveLength(30);
    expect(records.filter((one) => one.kind === "hotel").map((one) => one.name)).toEqual(["Hôtel de France", "Hôtel Astéries"]);
    expect(records.filter((one) => one.kind === "guesthouse")).toHaveLength(2);
    expect(records.filter((one) => one.skip === "malformed" || one.skip === "unknown_type")).toEqual([]);
    expect(JSON.stringify(records)).not.toMatch(/covid/i);
  });

  it("reads an APIDAE export with its deletions", async () => {
    const { records, deletedIds } = await readImportFile(`${samples}/apidae-export.zip`);
    expect(deletedIds).toEqual(["123"]);
    expect(records.map((one) => one.skip)).toEqual(Array(5).fill("event"));
  });
});
