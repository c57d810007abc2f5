/** What a block of a report shows, beside its title and its text. */
export interface ReportBlockContent {
  /** The figures of the block, in their order. */
  figures?: string[];
  /** Which of the frozen lists a chart or a table shows. */
  list?: string;
  /** The answer quoted, read again each time: its consent may be withdrawn. */
  quoteId?: string;
}

export interface FrozenValue {
  value: number;
  /** The same of the period before; undefined where the figure has no past. */
  before?: number;
  hidden?: Hidden;
}

/** Why a count does not leave the office: it is under five, or tells one that is. Its value is 0 then. */
export type Hidden = "few" | "beside";

export interface FrozenRow {
  /** A code or an id: its words are the reader's. */
  key: string;
  /** A name that no catalogue has: a commune, a person, a goal. */
  name?: string;
  value: number;
  before?: number;
  /** The whole that it is a part of. */
  of?: number;
  hidden?: Hidden;
}

/** The figures of a report as they stood one day: counts, minutes and kilometres, never words. */
export interface FrozenFigures {
  beforeStartsOn: string;
  beforeEndsOn: string;
  values: Record<string, FrozenValue>;
  lists: Record<string, FrozenRow[]>;
}

/** Whether a column of a table holds words, which stand on the left; figures stand on the right. */
export const hasWords = (rows: readonly (readonly string[])[], place: number): boolean =>
  rows.some((cells) => /^[\p{L}«]/u.test(cells[place] ?? ""));
