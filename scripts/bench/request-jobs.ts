import Database from "better-sqlite3";

export interface Job {
  name: string;
  /** The address at each server; left out where it has nothing of the kind. */
  product: string;
  bareRemix?: string;
  floor?: string;
  /** A form to post instead of a read; `{id}` is the id of the thing. */
  form?: string;
}

const data = (path: string, route: string) => `${path}?_data=${encodeURIComponent(route)}`;

/** What is asked of the servers, saving last, since it adds rows. */
export function jobs(office: string, form: string): Job[] {
  const bareRemix = "/";
  return [
    { name: "log, page of 50", product: "/coaching", bareRemix, floor: "/coaching" },
    {
      name: "log, its data",
      product: data("/coaching", "routes/_app.coaching._index"),
      bareRemix: data("/", "routes/_index"),
      floor: "/coaching.json",
    },
    { name: "providers, page of 50", product: "/providers", bareRemix, floor: "/providers" },
    { name: "dashboard, page", product: "/dashboard", floor: "/dashboard" },
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
