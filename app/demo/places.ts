/** The demonstration's two offices: invented names, real communes of the Médoc (INSEE codes). */
export const demoTerritory = { name: "Pays des Deux Rives", slug: "demo-pays" };

export interface DemoOffice {
  slug: string;
  name: string;
  phone: string;
  email: string;
  address: string;
  /** INSEE code, name, and about where its town stands (degrees north and east). */
  communes: readonly (readonly [code: string, name: string, latitude: number, longitude: number])[];
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
    phone: "01 99 00 01 10",
    email: "bonjour@dunes-et-phare.example",
    address: "2 place du Phare, 33780 Soulac-sur-Mer",
    communes: [
      ["33514", "Soulac-sur-Mer", 45.512, -1.124],
      ["33544", "Le Verdon-sur-Mer", 45.545, -1.062],
      ["33540", "Vendays-Montalivet", 45.357, -1.061],
      ["33193", "Grayan-et-l'Hôpital", 45.431, -1.088],
      ["33521", "Talais", 45.474, -1.047],
      ["33490", "Saint-Vivien-de-Médoc", 45.43, -1.034],
      ["33208", "Jau-Dignac-et-Loirac", 45.405, -0.962],
      ["33300", "Naujac-sur-Mer", 45.254, -1.02],
      ["33203", "Hourtin", 45.187, -1.056],
      ["33097", "Carcans", 45.079, -1.046],
      ["33214", "Lacanau", 44.978, -1.079],
      ["33348", "Queyrac", 45.365, -0.985],
      ["33541", "Vensac", 45.402, -1.045],
    ],
    providers: 210,
    rhythm: 8,
    season: [27, 35],
  },
  {
    slug: "demo-2",
    name: "Office de tourisme des Châteaux et de l’Estuaire",
    phone: "01 99 00 01 20",
    email: "bonjour@chateaux-estuaire.example",
    address: "1 quai de l’Estuaire, 33250 Pauillac",
    communes: [
      ["33240", "Lesparre-Médoc", 45.306, -0.937],
      ["33314", "Pauillac", 45.199, -0.749],
      ["33395", "Saint-Estèphe", 45.264, -0.772],
      ["33423", "Saint-Julien-Beychevelle", 45.168, -0.746],
      ["33268", "Margaux-Cantenac", 45.041, -0.678],
      ["33104", "Castelnau-de-Médoc", 45.028, -0.797],
      ["33545", "Vertheuil", 45.253, -0.834],
      ["33038", "Bégadan", 45.352, -0.884],
      ["33146", "Cussac-Fort-Médoc", 45.118, -0.727],
      ["33220", "Lamarque", 45.098, -0.717],
      ["33297", "Moulis-en-Médoc", 45.058, -0.764],
      ["33248", "Listrac-Médoc", 45.074, -0.793],
      ["33476", "Saint-Seurin-de-Cadourne", 45.293, -0.8],
    ],
    providers: 125,
    rhythm: 5,
    season: [26, 39],
  },
];
