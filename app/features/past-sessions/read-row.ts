import { z } from "zod";
import type { TableMapping } from "~/features/imports/columns.model";
import type { ReadRow, RowCells, TableWord } from "~/features/imports/rows.model";
import { parsePastDay, parsePastDuration, unitOfTitle } from "./model";

export const pastSessionSchema = z.object({
  heldOn: z.string(),
  duration: z.number(),
  note: z.string(),
  privateNote: z.string(),
});
type PastValues = z.output<typeof pastSessionSchema>;

const noteLength = 20_000;

/** Understands one row of a follow-up file; `today` is the office's. */
export function readPastSession({ columns }: TableMapping, today: string) {
  const unit = unitOfTitle(columns.duration ?? "");
  return (cells: RowCells): ReadRow<PastValues> => {
    const name = cells("provider") ?? "";
    const day = parsePastDay(cells("heldOn") ?? "");
    const duration = parsePastDuration(cells("duration") ?? "", unit);
    const values = {
      heldOn: day ?? "",
      duration: duration ?? 0,
      note: (cells("note") ?? "").slice(0, noteLength),
      privateNote: (cells("privateNote") ?? "").slice(0, noteLength),
    };
    const problem = dayProblem(cells, day, today) ?? otherProblem(cells, { name, duration });
    return { name, values, words: wordsOf(cells, name), problem };
  };
}

function dayProblem(cells: RowCells, day: string | null, today: string): ReadRow["problem"] {
  const said = cells("heldOn") ?? "";
  if (said === "") return { key: "no_day", field: "heldOn", said };
  if (day === null) return { key: "bad_day", field: "heldOn", said };
  return day > today ? { key: "future_day", field: "heldOn", said } : null;
}

function otherProblem(cells: RowCells, { name, duration }: { name: string; duration: number | undefined }): ReadRow["problem"] {
  if (name === "") return { key: "no_provider", field: "provider", said: "" };
  if (duration !== undefined) return null;
  const said = cells("duration") ?? "";
  return { key: said === "" ? "no_duration" : "bad_duration", field: "duration", said };
}

function wordsOf(cells: RowCells, name: string): TableWord[] {
  const others = (["author", "theme", "channel"] as const).flatMap((word) => {
    const said = cells(word);
    return said === null ? [] : [{ word, name: said.slice(0, 120) }];
  });
  return [{ word: "provider", name: name.slice(0, 200), commune: cells("commune") }, ...others];
}
