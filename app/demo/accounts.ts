export const demoPassword = "balise-demo";

/** The demonstration's accounts (the README lists them). */
export const demoAccounts = [
  { key: "facilitator", email: "facilitator@demo.example", name: "Maëlle Garricq", about: "animatrice, premier office" },
  { key: "director", email: "director@demo.example", name: "Bastien Lacoume", about: "directeur, premier office" },
  { key: "provider", email: "provider@demo.example", name: "Odile Fontanel", about: "prestataire du premier office" },
  { key: "colleague", email: "colleague@demo.example", name: "Inès Peyrelade", about: "collègue à l’accueil, premier office" },
  { key: "facilitator2", email: "facilitator2@demo.example", name: "Yoann Darrigade", about: "animateur, second office" },
  { key: "director2", email: "director2@demo.example", name: "Solène Marquaux", about: "directrice, second office" },
  { key: "provider2", email: "provider2@demo.example", name: "Rémi Castagnet", about: "prestataire du second office" },
  {
    key: "coordinator",
    email: "coordinator@demo.example",
    name: "Hélène Vasseur",
    about: "coordinatrice du pays, les deux offices",
  },
  { key: "admin", email: "admin@demo.example", name: "Karim Delorme", about: "administrateur de l’installation" },
] as const;

export type DemoAccount = (typeof demoAccounts)[number]["key"];
