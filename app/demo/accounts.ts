export const demoPassword = "balise-demo";

/** The demonstration's accounts (the README lists them); `office` is 0 or 1, null for the whole pays. */
export const demoAccounts = [
  {
    key: "facilitator",
    role: "facilitator",
    office: 0,
    email: "facilitator@demo.example",
    name: "Maëlle Garricq",
    about: "animatrice, premier office",
  },
  {
    key: "director",
    role: "director",
    office: 0,
    email: "director@demo.example",
    name: "Bastien Lacoume",
    about: "directeur, premier office",
  },
  {
    key: "provider",
    role: "provider",
    office: 0,
    email: "provider@demo.example",
    name: "Odile Fontanel",
    about: "hôte du premier office",
  },
  {
    key: "colleague",
    role: "colleague",
    office: 0,
    email: "colleague@demo.example",
    name: "Inès Peyrelade",
    about: "collègue à l’accueil, premier office",
  },
  {
    key: "facilitator2",
    role: "facilitator",
    office: 1,
    email: "facilitator2@demo.example",
    name: "Yoann Darrigade",
    about: "animateur, second office",
  },
  {
    key: "director2",
    role: "director",
    office: 1,
    email: "director2@demo.example",
    name: "Solène Marquaux",
    about: "directrice, second office",
  },
  {
    key: "provider2",
    role: "provider",
    office: 1,
    email: "provider2@demo.example",
    name: "Rémi Castagnet",
    about: "hôte du second office",
  },
  {
    key: "coordinator",
    role: "coordinator",
    office: null,
    email: "coordinator@demo.example",
    name: "Hélène Vasseur",
    about: "coordinatrice du pays",
  },
  {
    key: "admin",
    role: "administrator",
    office: null,
    email: "admin@demo.example",
    name: "Karim Delorme",
    about: "administrateur de l’installation",
  },
] as const;

export type DemoAccount = (typeof demoAccounts)[number]["key"];
