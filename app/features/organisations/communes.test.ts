import { describe, expect, it } from "vitest";
import { fold } from "~/lib/fold";
import { spelledOut } from "./communes.queries.server";

describe("a commune's name as files write it", () => {
  it.each([
    ["ST-ETIENNE CEDEX 2", "Saint-Étienne"],
    ["Boissy St Léger", "Boissy-Saint-Léger"],
    ["STE MAXIME", "Sainte-Maxime"],
    ["Chalon s/ Saône", "Chalon-sur-Saône"],
    ["CHALON S/SAONE", "Chalon-sur-Saône"],
    ["Rochelle (La)", "La Rochelle"],
    ["Isle-Jourdain (L’)", "L’Isle-Jourdain"],
    ["LE BOURG D OISANS", "Le Bourg-d’Oisans"],
    ["BERRE L ETANG", "Berre-l’Étang"],
    ["Marseille 08", "Marseille"],
    ["Paris 12e Arrondissement", "Paris"],
    ["Lyon 2ème", "Lyon"],
    ["Brest", "Brest"],
    ["Estaing", "Estaing"],
    ["Tours", "Tours"],
  ])("« %s » is %s", (said, official) => expect(spelledOut(said)).toBe(fold(official)));
});
