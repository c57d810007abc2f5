import type { Actor } from "~/access/actor";
import { definitionOf } from "~/features/figures/catalogue.model";
import { listMonthlyCounts } from "~/features/figures/queries.server";
import { readFigures } from "~/features/figures/readings.queries.server";
import { todayOf } from "~/features/organisations/zone.queries.server";
import { translator } from "~/i18n/translate";
import { ProblemError } from "./problem.server";

/** The figures of the key's organisation over a period, the civil year to date by default, each with what it counts. Throws ProblemError for a period that is yet to begin. */
export function figuresOf(actor: Actor, asked: { from?: string | undefined; to?: string | undefined }) {
  const today = todayOf(actor);
  const to = asked.to ?? today;
  const period = { from: asked.from ?? `${to.slice(0, 4)}-01-01`, to };
  if (period.from > to) throw new ProblemError("query", "from: after today; give to as well.");
  const within = { ...period, office: actor.key?.organisationId };
  const t = translator("fr");
  const figures = readFigures(actor, within).map(
    ({ id, unit, value, denominator = null, count = null, unknown = null, isMasked }) => {
      const { of = null } = definitionOf(id);
      const words = { name: t(`figures:names.${id}`), help: t(`figures:help.${id}`) };
      return { id, ...words, unit, value, of, denominator, count, unknown, isMasked: isMasked === true };
    },
  );
  return { ...period, figures, months: listMonthlyCounts(actor, within) };
}
