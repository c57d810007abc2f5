import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { type Measure, parseMeasure } from "./measure.model";

let read: Measure[] | undefined;

/** The measures of this edition, in both languages; throws on a file that is missing or not right. */
export function listMeasures(): Measure[] {
  read ??= readMeasures(resolve("content/measures"));
  return read;
}

function readMeasures(folder: string): Measure[] {
  const ids = readdirSync(folder).flatMap((name) => (name.endsWith(".fr.md") ? name.slice(0, -".fr.md".length) : []));
  const text = (name: string) => readFileSync(join(folder, name), "utf8");
  return ids.sort().map((id) => parseMeasure(id, { fr: text(`${id}.fr.md`), en: text(`${id}.en.md`) }));
}
