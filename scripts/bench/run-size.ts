import { execFileSync } from "node:child_process";
import { copyFileSync, rmSync, statSync } from "node:fs";
import { resolve } from "node:path";
import { adoptConnection, closeDatabase, openDatabase, sqlite } from "~/db/client.server";
import { checkFigures } from "~/features/figures/rebuild.server";
import { startWords } from "../start-words";
import { measureVisits, type Visit } from "./browser-measures";
import { type HttpMeasure, measureHttp } from "./http-measures";
import { type ImportMeasure, measureWhileImporting } from "./import-measure";
import { memoryOf, pause, pinned, type Served, serve, untilRested } from "./processes";
import { type Asker, formOf, type Job, jobs } from "./request-jobs";
import { isSeeded, seedFile } from "./seed";
import { networkId } from "./seed-office";
import { signIn } from "./sign-in";
import { idOf, type Size, unevenParts } from "./sizes";
import type { SqlMeasure } from "./sql-measures";

export interface Options {
  today: string;
  seconds: number;
  rounds: number;
  withBrowser: boolean;
}

const rivals = ["product", "bareRemix", "floor"] as const;
export type Rival = (typeof rivals)[number];

export interface SizeReport {
  fileBytes: number;
  sql: SqlMeasure[];
  http: { name: string; product: HttpMeasure; bareRemix?: HttpMeasure; floor?: HttpMeasure }[];
  startMs: Record<Rival, number>;
  idle: Record<Rival, { now: number; own: number }>;
  peak: Record<Rival, { now: number; own: number; peak: number }>;
  visits: Record<string, Visit>;
  importing: ImportMeasure;
}

const ports: Record<Rival, number> = { product: 4801, bareRemix: 4802, floor: 4803 };
const own = startWords();
const words: Record<Rival, string[]> = {
  product: own.words,
  bareRemix: ["build/bench/bare-remix/start.js"],
  floor: ["build/bench/floor-server.js"],
};
const probes: Record<Rival, string> = { product: "/login", bareRemix: "/", floor: "/coaching" };

/** Everything that is measured on a file of this size, in one run. */
export async function measureSize(size: Size, options: Options): Promise<SizeReport> {
  const path = await freshFile(size, options.today);
  const sqlFile = copyOf(path, "sql");
  const sql = sqlOf(sqlFile, size, options.rounds);
  remove(sqlFile);
  const served = copyOf(path, "http");
  const fileBytes = statSync(served).size;
  const office = typicalOffice(size);
  const { askers, keys } = await signIn(served, office);
  const environment = environmentOf(served, office, options.today);
  const startMs = { product: 0, bareRemix: 0, floor: 0 };
  for (const rival of rivals) startMs[rival] = await startTime(rival, environment);
  const servers = {
    product: await start("product", environment),
    bareRemix: await start("bareRemix", environment),
    floor: await start("floor", environment),
  };
  await pause(1500);
  const idle = eachRival((rival) => memoryOf(servers[rival].pid));
  await untilRested(servers.product.pid);
  const visits = options.withBrowser ? await visitAll(servers, askers.facilitator.cookie ?? "") : {};
  const form = formOf(served, office, options.today);
  const asked = jobs(office.id, options.today, form);
  const measuring = { servers, askers, keys, seconds: options.seconds };
  // Once for nothing: each server is measured with code that V8 has compiled, as it runs for weeks.
  for (const job of asked.slice(0, 2)) await measureJob(job, { ...measuring, seconds: 5 });
  const http: SizeReport["http"] = [];
  for (const job of asked) http.push(await measureJob(job, measuring));
  const headers = { ...askers.facilitator, origin: servers.product.url };
  const importing = await measureWhileImporting(servers.product, { file: served, headers, seconds: options.seconds });
  const peak = eachRival((rival) => memoryOf(servers[rival].pid));
  for (const rival of rivals) await servers[rival].stop();
  remove(served);
  return { fileBytes, sql, http, startMs, idle, peak, visits, importing };
}

/** In a process of its own, built as the product is. */
function sqlOf(path: string, { name }: Size, rounds: number): SqlMeasure[] {
  const words = JSON.stringify({ path, size: name, rounds });
  const [command, list] = pinned(0, [process.execPath, "build/bench/sql-run.js", words]);
  return JSON.parse(execFileSync(command, list, { encoding: "utf8", stdio: ["ignore", "pipe", "inherit"] }));
}

async function freshFile(size: Size, today: string): Promise<string> {
  const path = resolve(`data/bench/${size.name}.sqlite`);
  if (isSeeded(path, size, today)) return path;
  const started = performance.now();
  await seedFile({ path, size, today, geography: resolve("build/geo.sqlite") });
  console.log(`${size.name}: generated in ${((performance.now() - started) / 1000).toFixed(1)} s`);
  if (size.name !== "nation") {
    adoptConnection(openDatabase(path));
    const differences = checkFigures(sqlite());
    closeDatabase();
    if (differences.length > 0) throw new Error(`${size.name}: ${differences.length} summaries differ from the facts`);
  }
  return path;
}

function copyOf(path: string, word: string): string {
  const copy = path.replace(".sqlite", `-${word}.sqlite`);
  remove(copy);
  copyFileSync(path, copy);
  return copy;
}

function remove(path: string): void {
  for (const end of ["", "-wal", "-shm"]) rmSync(`${path}${end}`, { force: true });
}

interface Office {
  id: string;
  user: string;
}

/** The office whose number of sessions is nearest the mean. */
function typicalOffice(size: Size): Office {
  const parts = unevenParts(size.sessions, size.offices);
  const mean = size.sessions / size.offices;
  const far = (nth: number) => Math.abs((parts[nth] ?? 0) - mean);
  const nth = parts.reduce((best, _, one) => (far(one) < far(best) ? one : best), 0);
  return { id: idOf("organisation", nth), user: idOf("user", nth * 2) };
}

function environmentOf(path: string, office: Office, today: string): Record<string, string> {
  return {
    DATABASE_PATH: path,
    DATA_DIR: resolve("data/bench/files"),
    APP_URL: `http://127.0.0.1:${ports.product}`,
    BENCH_OWNER: office.id,
    BENCH_USER: office.user,
    BENCH_NETWORK: networkId,
    BENCH_TODAY: today,
  };
}

function start(rival: Rival, environment: Record<string, string>): Promise<Served> {
  const settings = rival === "product" ? { ...own.environment, ...environment } : environment;
  return serve({ words: words[rival], port: ports[rival], probe: probes[rival], environment: settings });
}

/** The median of three starts, file in the page cache. */
async function startTime(rival: Rival, environment: Record<string, string>): Promise<number> {
  const times: number[] = [];
  for (let nth = 0; nth < 3; nth++) {
    const server = await start(rival, environment);
    times.push(server.startMs);
    await server.stop();
  }
  return times.sort((a, b) => a - b)[1] ?? 0;
}

function eachRival<T>(read: (rival: Rival) => T): Record<Rival, T> {
  return { product: read("product"), bareRemix: read("bareRemix"), floor: read("floor") };
}

interface Measuring {
  servers: Record<Rival, Served>;
  askers: Record<Asker, Record<string, string>>;
  keys: readonly string[];
  seconds: number;
}

async function measureJob(job: Job, at: Measuring) {
  const headers = { ...at.askers[job.as ?? "facilitator"], origin: at.servers.product.url };
  const measure = (rival: Rival, path: string) =>
    measureHttp(
      at.servers[rival],
      { path, headers, ...(job.form ? { form: job.form } : {}), ...(job.as === "program" ? { keys: at.keys } : {}) },
      Math.max(at.seconds, job.seconds ?? 0),
    );
  const product = await measure("product", job.product);
  const bareRemix = job.bareRemix ? await measure("bareRemix", job.bareRemix) : undefined;
  const floor = job.floor ? await measure("floor", job.floor) : undefined;
  return { name: job.name, product, ...(bareRemix ? { bareRemix } : {}), ...(floor ? { floor } : {}) };
}

function visitAll(servers: Record<Rival, Served>, sent: string): Promise<Record<string, Visit>> {
  const cookie = { name: "balise", value: sent.slice("balise=".length) };
  return measureVisits(
    {
      "/coaching": { url: `${servers.product.url}/coaching`, cookie },
      "/dashboard": { url: `${servers.product.url}/dashboard`, cookie },
      "bare Remix": { url: `${servers.bareRemix.url}/` },
    },
    3,
  );
}
