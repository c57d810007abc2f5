import Database from "better-sqlite3";

/** Who asks: a facilitator of the office, the coordinator of the network, or programs with so many keys that none meets its pace. */
export type Asker = "facilitator" | "coordinator" | "program";

export interface Job {
  name: string;
  /** A facilitator when left out. */
  as?: Asker;
  /** The address at each server; left out where it has nothing of the kind. */
  product: string;
  bareRemix?: string;
  floor?: string;
  /** At least so long, for what takes over a second under load. */
  seconds?: number;
  /** A form to post instead of a read; `{id}` is the id of the thing. */
  form?: string;
}

const data = (path: string, route: string) => `${path}?_data=${encodeURIComponent(route)}`;

/** What is asked of the servers, saving last, since it adds rows. */
export function jobs(office: string, today: string, form: string): Job[] {
  const bareRemix = "/";
  const year = today.slice(0, 4);
  return [
    { name: "log, page of 50", product: "/coaching", bareRemix, floor: "/coaching" },
    {
      name: "log, its data",
      product: data("/coaching", "routes/_app.coaching._index"),
      bareRemix: data("/", "routes/_index"),
      floor: "/coaching.json",
    },
    { name: "providers, page of 50", product: "/providers", bareRemix, floor: "/providers" },
    { name: "today, page", product: "/today", bareRemix },
    { name: "session form, page", product: "/coaching/new", bareRemix },
    { name: "provider form, page", product: "/providers/new", bareRemix },
    { name: "workshop form, page", product: "/workshops/new", bareRemix },
    { name: "workshops, page", product: "/workshops", bareRemix },
    { name: "resources, page", product: "/resources", bareRemix },
    { name: "dashboard, page", product: "/dashboard", floor: "/dashboard" },
    { name: "late plans", product: "/plans?view=late&who=all" },
    { name: "network, page", as: "coordinator", product: "/network", floor: "/network" },
    { name: "network, its data", as: "coordinator", product: data("/network", "routes/_app.network._index"), floor: "/network" },
    { name: "log as CSV, this year", product: `/coaching/export.csv?from=${year}-01-01&to=${year}-12-31`, seconds: 15 },
    { name: "log as XLSX, this year", product: `/coaching/export.xlsx?from=${year}-01-01&to=${year}-12-31`, seconds: 15 },
    { name: "API, 50 sessions", as: "program", product: "/api/v1/sessions?limit=50", floor: "/coaching.json" },
    { name: "API, 50 providers", as: "program", product: "/api/v1/providers?limit=50" },
    { name: "dashboard, its data", product: data("/dashboard", "routes/_app.dashboard._index"), floor: "/dashboard" },
    {
      name: "search of providers",
      product: `/providers/search?office=${office}&q=pin&_data=${encodeURIComponent("routes/_app.providers.search")}`,
      floor: "/search",
    },
    { name: "save a session", product: "/coaching/new", floor: "/save", form },
  ];
}

/** The session form as a browser posts it, for one provider of the office. */
export function formOf(path: string, office: { id: string }, today: string): string {
  const connection = new Database(path, { readonly: true });
  const provider = connection
    .prepare<[string], string>("SELECT id FROM providers WHERE owner_id = ? LIMIT 1")
    .pluck()
    .get(office.id);
  connection.close();
  const fields = {
    ownerId: office.id,
    "participants[0].providerId": provider ?? "",
    "participants[0].presence": "present",
    heldOn: today,
    preset: "45",
    channel: "visit",
    theme: "website",
    note: "Vu ensemble : la fiche, les horaires d’hiver et les réponses aux avis de l’été, trois photos ajoutées.",
  };
  return `id={id}&${new URLSearchParams(fields)}`;
}
