import type Database from "better-sqlite3";
import { cutDays, figures, months, series } from "./floor-dashboard-sql";

// The dashboard of one office by hand: this year so far and the same days a year before, from the
// summaries for whole months and from the sessions for the days of the month that is cut.

/** Reads an office's dashboard on that day, as rows: its `figures`, and the whole `page` with its series. */
export function floorDashboard(connection: Database.Database) {
  const prepare = (text: string) => connection.prepare(text).raw();
  const [ofFigures, ofSeries, cut] = [figures.map(prepare), series.map(prepare), cutDays.map(prepare)];
  const before = prepare(months);
  const readFigures = (owner: string, today: string): unknown[] => {
    const asked = daysOf(owner, today);
    const earlier = { owner, first: asked.firstBefore, last: asked.lastBefore };
    return [...all(ofFigures, asked), before.all(earlier), ...all(cut, asked)];
  };
  return {
    figures: readFigures,
    page: (owner: string, today: string): unknown[] => [...readFigures(owner, today), ...all(ofSeries, daysOf(owner, today))],
  };
}

/** Each statement takes what it names alone. */
function all(statements: readonly Database.Statement[], asked: Record<string, string | number>): unknown[] {
  return statements.map((one) => one.all(asked));
}

function daysOf(owner: string, today: string) {
  const year = Number(today.slice(0, 4));
  const from = `${year}-01-01`;
  const aYearAgo = `${year - 1}${today.slice(4)}`;
  const instants = {
    fromAt: Date.parse(from),
    toAt: Date.parse(today) + dayMs,
    fromAtBefore: Date.parse(`${year - 1}-01-01`),
    toAtBefore: Date.parse(aYearAgo) + dayMs,
  };
  const before = { fromBefore: `${year - 1}-01-01`, toBefore: aYearAgo };
  // The month in which the earlier days end is read from its sessions.
  const lastBefore = new Date(Date.parse(`${aYearAgo.slice(0, 7)}-01`) - dayMs).toISOString().slice(0, 7);
  const cut = { cutFrom: `${aYearAgo.slice(0, 7)}-01`, cutTo: aYearAgo };
  const whole = { first: `${year}-01`, last: today.slice(0, 7), firstBefore: `${year - 1}-01`, lastBefore };
  return { owner, from, to: today, aYearAgo, ...instants, ...before, ...cut, ...whole };
}

const dayMs = 86_400_000;
