import type { Actor } from "~/access/actor";
import { definitionOf } from "~/features/figures/catalogue.model";
import { listMonthlyCounts } from "~/features/figures/queries.server";
import { readFigures } from "~/features/figures/readings.queries.server";
import { todayOf } from "~/features/organisations/zone.queries.server";
import { translator } from "~/i18n/translate";

/** The figures of the key's organisation over a period, the civil year to date by default, each with what it counts. */
export function figuresOf(actor: Actor, asked: { from?: string | undefined; to?: string | undefined }) {
  const today = todayOf(actor);
  const period = { from: asked.from ?? `${today.slice(0, 4)}-01-01`, to: asked.to ?? today };
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
