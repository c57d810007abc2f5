// A bare node:http server over the same file: the same SQL and a template string. Bundled by `npm run bench`.
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { type FloorSession, floorReads, floorSave } from "./floor";
import { floorDashboard } from "./floor-dashboard";
import { floorNetwork } from "./floor-network";
import { openPlain } from "./open-plain";

const connection = openPlain(process.env.DATABASE_PATH ?? "");
const owner = process.env.BENCH_OWNER ?? "";
const today = process.env.BENCH_TODAY ?? "";
const reads = floorReads(connection);
const dashboard = floorDashboard(connection);
const network = floorNetwork(connection);
const save = floorSave(connection);

const shown = (text: unknown) => String(text ?? "").replace(/[&<>"]/g, (one) => `&#${one.charCodeAt(0)};`);
const cells = (values: unknown[]) => `<tr>${values.map((value) => `<td>${shown(value)}</td>`).join("")}</tr>`;
const page = (title: string, body: string) =>
  `<!doctype html><html lang="fr"><title>${title}</title><h1>${title}</h1>${body}</html>`;
const sessionCells = (one: FloorSession) =>
  cells([one.title ?? one.who, one.theme, one.channel, one.facilitator, one.duration_minutes, one.held_on]);

const tablesOf = (all: unknown[]) =>
  all
    .map((rows) => (Array.isArray(rows) ? rows.map((row) => cells(Array.isArray(row) ? row : [row])) : []))
    .map((lines) => `<table>${lines.join("")}</table>`)
    .join("");

const pages: Record<string, () => string> = {
  "/coaching": () => {
    const totals = Object.entries(reads.totals(owner) ?? {}).map(([name, value]) => `${name} ${value}`);
    const rows = reads.list(owner).slice(0, 50).map(sessionCells);
    return page("Accompagnements", `<p>${totals.join(" · ")}</p><table>${rows.join("")}</table>`);
  },
  "/coaching.json": () => JSON.stringify({ totals: reads.totals(owner), rows: reads.list(owner) }),
  "/providers": () => {
    const { rows, count } = reads.providers(owner);
    return page("Prestataires", `<p>${count}</p><table>${rows.map((one) => cells(Object.values(one))).join("")}</table>`);
  },
  "/dashboard": () => page("Tableau de bord", tablesOf(dashboard.page(owner, today))),
  "/network": () => page("Réseau", tablesOf(network.kept({ network: process.env.BENCH_NETWORK ?? "", today }))),
  "/search": () => JSON.stringify(reads.search(owner, "pin")),
};

function answer(request: IncomingMessage, response: ServerResponse): void {
  const path = request.url ?? "/";
  if (request.method === "POST") return void saveFrom(request, response);
  const make = pages[path];
  const body = make ? make() : "";
  const type = body.startsWith("<") ? "text/html; charset=utf-8" : "application/json";
  response.writeHead(make ? 200 : 404, { "content-type": type }).end(body);
}

async function saveFrom(request: IncomingMessage, response: ServerResponse): Promise<void> {
  let body = "";
  for await (const chunk of request) body += chunk;
  const fields = new URLSearchParams(body);
  const get = (name: string) => fields.get(name) ?? "";
  save({
    id: get("id"),
    owner: get("ownerId"),
    user: process.env.BENCH_USER ?? "",
    provider: get("participants[0].providerId"),
    day: get("heldOn"),
  });
  response.writeHead(302, { location: `/coaching/${get("id")}` }).end();
}

createServer(answer).listen(Number(process.env.PORT), "127.0.0.1");
