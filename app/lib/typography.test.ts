import { expect, test } from "vitest";
import { fr } from "~/i18n/locales/fr";
import { translator } from "~/i18n/translate";
import { typeset, typesetAll } from "./typography";

test.each([
  ["a question", "Rien de prévu ?", "Rien de prévu\u202f?"],
  ["a list", "Un ; deux", "Un\u202f; deux"],
  ["a colon", "Numéro : 12", "Numéro\u00a0: 12"],
  ["quotation marks", "Dites « oui » ici", "Dites «\u00a0oui\u00a0» ici"],
  ["a question quoted", "« Qui ? »", "«\u00a0Qui\u202f?\u00a0»"],
  ["numbers with a unit", "20 min, 3 h, 12 % et 5 €", "20\u00a0min, 3\u00a0h, 12\u00a0% et 5\u00a0€"],
  ["a value with a unit", "{{count}} min", "{{count}}\u00a0min"],
  ["no unit", "3 hôtes, 2 minutes", "3 hôtes, 2 minutes"],
  ["an address and an hour", "https://a.example/?b à 10:30", "https://a.example/?b à 10:30"],
  ["English", "Where: here? Yes; now", "Where: here? Yes; now"],
])("%s", (_label, given, expected) => {
  expect(typeset(given)).toBe(expected);
  expect(typeset(typeset(given)), "twice is once").toBe(expected);
});

test("no text of the French catalogue may break before its punctuation, inside its quotation marks or before a unit", () => {
  expect(JSON.stringify(typesetAll(fr))).not.toMatch(/ [:;?!»](?!\w)|« | %/);
  expect(translator("fr")("common:errorPage.reference", { id: "7" })).toBe("Numéro\u00a0: 7");
});
