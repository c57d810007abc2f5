import { expect, it } from "vitest";
import { openComparison } from "./likeness.model";

it.each([
  ["Gîte des Pins", "GITE DES PINS.", 1],
  ["Gîte des Pins", "Gites des Pin", 0.83],
  ["Hôtel de l’Océan", "L’Océan", 0.97],
  ["La Marée haute", "Marée haute – Camille Roux", 0.85],
  ["Gîte des Pins", "Gîte du Phare", 0.5],
  ["Gîte", "Hôtel", 0.29],
  ["Aa", "Aa aa aa aa", 0.18],
  ["", "Moulin", 0],
])("« %s » and « %s » are alike by %d, whichever is asked about", (one, other, score) => {
  const { prepare, against } = openComparison();
  // The pairs of a name made ready last are none of those that were known before it.
  const [a, b] = [prepare(one), prepare(other)];
  expect(against(a)(b)).toBeCloseTo(score, 2);
  expect(against(b)(a)).toBeCloseTo(score, 2);
});
