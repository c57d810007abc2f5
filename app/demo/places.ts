/** The demonstration's two offices: invented names, real communes of the Médoc (INSEE codes). */
export const demoTerritory = { name: "Pays des Deux Rives", slug: "demo-pays" };

export interface DemoOffice {
  slug: string;
  name: string;
  /** INSEE code and name. */
  communes: readonly (readonly [string, string])[];
  providers: number;
  /** Sessions a week in the quiet months. */
  rhythm: number;
  /** First and last ISO week of the full season. */
  season: readonly [number, number];
}

export const demoOffices: readonly DemoOffice[] = [
  {
    slug: "demo-1",
    name: "Office de tourisme des Dunes et du Phare",
    communes: [
      ["33514", "Soulac-sur-Mer"],
      ["33544", "Le Verdon-sur-Mer"],
      ["33540", "Vendays-Montalivet"],
      ["33193", "Grayan-et-l'Hôpital"],
      ["33521", "Talais"],
      ["33490", "Saint-Vivien-de-Médoc"],
      ["33208", "Jau-Dignac-et-Loirac"],
      ["33300", "Naujac-sur-Mer"],
      ["33203", "Hourtin"],
      ["33097", "Carcans"],
      ["33214", "Lacanau"],
      ["33348", "Queyrac"],
      ["33541", "Vensac"],
    ],
    providers: 210,
    rhythm: 8,
    season: [27, 35],
  },
  {
    slug: "demo-2",
    name: "Office de tourisme des Châteaux et de l’Estuaire",
    communes: [
      ["33240", "Lesparre-Médoc"],
      ["33314", "Pauillac"],
      ["33395", "Saint-Estèphe"],
      ["33423", "Saint-Julien-Beychevelle"],
      ["33268", "Margaux-Cantenac"],
      ["33104", "Castelnau-de-Médoc"],
      ["33545", "Vertheuil"],
      ["33038", "Bégadan"],
      ["33146", "Cussac-Fort-Médoc"],
      ["33220", "Lamarque"],
      ["33297", "Moulis-en-Médoc"],
      ["33248", "Listrac-Médoc"],
      ["33476", "Saint-Seurin-de-Cadourne"],
    ],
    providers: 125,
    rhythm: 5,
    season: [26, 39],
  },
];
