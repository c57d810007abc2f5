import type { Actor } from "~/access/actor";
import { can, ownersWhere } from "~/access/can";
import { foldForAll, isSmall } from "~/features/figures/mask.model";

/** Whether the actor reads the opinions of an office whose people are not theirs to see. */
export const readsFromOutside = (actor: Actor): boolean =>
  ownersWhere(actor, "workshop.feedback").some((ownerId) => !can(actor, "workshop.people", { ownerId }));

interface Counted {
  answers: number;
  later: number;
  usefulness: number | null;
}
type Told<Row> = Omit<Row, "later"> & { later: number | null; isOthers: boolean };

/** Rows as their own office reads them. */
export const toldInside = <Row extends Counted>(rows: readonly Row[]): Told<Row>[] =>
  rows.map((row) => ({ ...row, isOthers: false }));

/**
 * The same as somebody outside may read them: rows of fewer than five answers stand together, without a mean, so that
 * no total gives one away; the second opinions are left out where a row has a few. Nothing where all are too few.
 */
export function toldOutside<Row extends Counted>(rows: readonly Row[]): Told<Row>[] {
  const { shown, folded } = foldForAll(rows, ({ answers }) => [answers]) ?? { shown: [], folded: [] };
  const isFew = rows.some(({ later }) => isSmall(later));
  const told = shown.map((row) => ({ ...row, later: isFew ? null : row.later, isOthers: false }));
  const [first] = folded;
  if (!first) return told;
  const answers = folded.reduce((sum, row) => sum + row.answers, 0);
  return [...told, { ...first, ...withoutMeans, answers, later: null, isOthers: true }];
}

const withoutMeans = { usefulness: null, right: 0, paced: 0, recommend: 0, asked: 0 };
