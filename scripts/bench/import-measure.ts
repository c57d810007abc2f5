import Database from "better-sqlite3";
import { uuidv7 } from "uuidv7";
import { type HttpMeasure, measureHttp } from "./http-measures";
import type { Served } from "./processes";

export interface ImportMeasure {
  quiet: HttpMeasure;
  during: HttpMeasure;
  /** Records written when the reading ended; fewer than asked for: the import outlived the measure, as it should. */
  written: number;
  total: number;
}

const records = 10_000;
const path = "/coaching?_data=routes%2F_app.coaching._index";

/** Ten connections reading the log, alone and while the office imports ten thousand records (goal G18). */
export async function measureWhileImporting(
  server: Served,
  { file, headers, seconds }: { file: string; headers: Record<string, string>; seconds: number },
): Promise<ImportMeasure> {
  const asked = { path, headers };
  const quiet = await measureHttp(server, asked, seconds);
  const address = await upload(server, headers);
  const importId = address.slice(address.lastIndexOf("/") + 1);
  await waitFor(file, importId, "to_review");
  const form = new URLSearchParams({ intent: "apply" });
  await fetch(`${server.url}${address}`, { method: "POST", headers, body: form, redirect: "manual" });
  const during = await measureHttp(server, asked, seconds);
  const { done = 0, total = 0 } = standing(file, importId) ?? {};
  return { quiet, during, written: done, total };
}

/** Posts a file as the page does; answers the address of its import. */
async function upload(server: Served, headers: Record<string, string>): Promise<string> {
  const form = new FormData();
  form.set("id", uuidv7());
  form.set("file", new Blob([listings()], { type: "application/json" }), "bench.json");
  const answer = await fetch(`${server.url}/providers/import`, { method: "POST", headers, body: form, redirect: "manual" });
  const address = answer.headers.get("location");
  if (!address) throw new Error(`the import was not taken: ${answer.status}`);
  return address;
}

interface Standing {
  state: string;
  done: number;
  total: number;
}

function standing(file: string, importId: string): Standing | undefined {
  const connection = new Database(file, { readonly: true });
  try {
    return connection.prepare<[string], Standing>("SELECT state, done, total FROM imports WHERE id = ?").get(importId);
  } finally {
    connection.close();
  }
}

async function waitFor(file: string, importId: string, state: string): Promise<void> {
  const until = Date.now() + 300_000;
  while (Date.now() < until) {
    if (standing(file, importId)?.state === state) return;
    await new Promise((done) => setTimeout(done, 200));
  }
  throw new Error(`the import is ${standing(file, importId)?.state}, not ${state}, after five minutes`);
}

function listings(): string {
  const kinds = ["Hotel", "Restaurant", "SelfCateringAccommodation"];
  const all = Array.from({ length: records }, (_, n) => ({
    "@id": `https://data.datatourisme.gouv.fr/33/BENCH${n}`,
    "@type": ["PointOfInterest", "PlaceOfInterest", kinds[n % kinds.length]],
    "dc:identifier": `BENCH${n}`,
    "rdfs:label": { fr: [`Maison numéro ${n}`] },
    hasContact: [{ "schema:telephone": [`+3319900${String(n).padStart(4, "0")}`] }],
    isLocatedAt: [
      {
        "schema:address": [
          { "schema:addressLocality": "Soulac-sur-Mer", "schema:postalCode": "33780", hasAddressCity: { insee: "33514" } },
        ],
      },
    ],
    lastUpdate: "2026-10-01",
  }));
  return JSON.stringify(all);
}
