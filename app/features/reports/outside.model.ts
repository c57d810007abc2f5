import { foldSmall } from "~/features/dashboards/model";
import { definitionOf, type FigureKey, isFigure } from "~/features/figures/catalogue.model";
import { isSmall, leastShown, maskSmall } from "~/features/figures/mask.model";
import type { FrozenFigures, FrozenRow, FrozenValue } from "~/lib/report-content";

/** For whom a document is made: the office's own people, or a board, a funder, a mayor. */
export const audiences = ["outside", "office"] as const;
export type Audience = (typeof audiences)[number];

/** The row of what is too small to stand alone. */
export const foldedKey = "others";

/**
 * A report's figures as they may leave the office (design §2): no count of one to four providers or people, nor what
 * gives one away by subtraction; small communes and kinds together. Sessions, hours and actions stay as they are.
 */
export function figuresOutside({ values, lists, ...days }: FrozenFigures): FrozenFigures {
  const hidden = new Set(maskSmall(readingsOf(values)).flatMap(({ id, isMasked }) => (isMasked ? [id] : [])));
  const told = Object.entries(values).map(([id, value]) => [id, isFigure(id) ? valueOutside(id, value, hidden) : value]);
  return {
    ...days,
    values: Object.fromEntries(told),
    lists: {
      ...lists,
      ...(lists.communes ? { communes: foldRows(lists.communes) } : {}),
      ...(lists.providerKinds ? { providerKinds: foldRows(lists.providerKinds) } : {}),
      ...(lists.goals ? { goals: lists.goals.map(goalOutside) } : {}),
    },
  };
}

/** Whether something of these figures does not leave the office as it is. */
export function hidesSomething(figures: FrozenFigures): boolean {
  const { values, lists } = figuresOutside(figures);
  const isListKept = (list: string) => {
    const [given, told] = [figures.lists[list] ?? [], lists[list] ?? []];
    return given.length === told.length && told.every(({ key, hidden }) => key !== foldedKey && !hidden);
  };
  return Object.values(values).some(({ hidden }) => hidden) || !["communes", "providerKinds", "goals"].every(isListKept);
}

/** Whether an amount of a figure counts too few people to leave the office. */
export const isTooFew = (id: string, amount: number | undefined): boolean =>
  isFigure(id) && definitionOf(id).isOfPeople === true && isSmall(amount);

function readingsOf(values: FrozenFigures["values"]) {
  return Object.entries(values).flatMap(([id, { value }]) => {
    if (!isFigure(id)) return [];
    const { unit, of } = definitionOf(id);
    return [{ id, unit, value, denominator: of === undefined ? undefined : values[of]?.value }];
  });
}

function valueOutside(id: FigureKey, { value, before }: FrozenValue, hidden: ReadonlySet<FigureKey>): FrozenValue {
  if (hidden.has(id)) return { value: 0, hidden: isSmall(value) ? "few" : "beside" };
  return before === undefined || isTooFew(id, before) ? { value } : { value, before };
}

const goalOutside = ({ before: _before, ...row }: FrozenRow): FrozenRow =>
  isTooFew(row.key, row.value) ? { ...row, value: 0, hidden: "few" } : row;

function foldRows(rows: readonly FrozenRow[]): FrozenRow[] {
  const groups = rows.map((row) => ({ row, known: row.of ?? 0, reached: row.value }));
  const { shown, folded } = foldSmall(groups, leastShown);
  const kept = shown.map(({ row: { before: _before, ...row } }) => row);
  if (folded.length === 0) return kept;
  const sum = (key: "known" | "reached") => folded.reduce((total, group) => total + group[key], 0);
  return [...kept, { key: foldedKey, value: sum("reached"), of: sum("known") }];
}
