import type { Role } from "~/lib/vocabulary";

export const demoPassword = "balise-demo";

interface Account {
  key: DemoAccount;
  /** null for a host, whose way in is a provider. */
  role: Role | null;
  /** The number of the office; null for the whole pays. */
  office: number | null;
  /** Hours granted to who coaches. */
  hoursPerYear?: number;
  /** What hosts read beside the name, and the number they call. */
  beside?: { jobTitle: string; phone: string };
  email: string;
  name: string;
  about: string;
}

export type DemoAccount =
  | "facilitator"
  | "director"
  | "provider"
  | "colleague"
  | "facilitator2"
  | "director2"
  | "provider2"
  | "coordinator"
  | "admin";

/** The demonstration's accounts (the README lists them). */
export const demoAccounts: readonly Account[] = [
  {
    key: "facilitator",
    role: "facilitator",
    office: 0,
    hoursPerYear: 1000,
    beside: { jobTitle: "Animatrice numérique de territoire", phone: "+33199000101" },
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
    role: null,
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
    hoursPerYear: 1000,
    beside: { jobTitle: "Animateur numérique de territoire", phone: "+33199000102" },
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
    role: null,
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
];
