import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";

export interface Served {
  url: string;
  pid: number;
  /** Milliseconds from the start of the process to its first answer. */
  startMs: number;
  stop(): Promise<void>;
}

const canPin = spawnSync("taskset", ["-V"]).status === 0;

/** The words that keep a command on one core, where the machine can. */
export function pinned(core: number, command: string[]): [string, string[]] {
  const words = canPin ? ["taskset", "-c", String(core), ...command] : command;
  return [words[0] ?? "", words.slice(1)];
}

interface Start {
  /** What follows `node`: its settings and the script. */
  words: string[];
  port: number;
  probe: string;
  environment: Record<string, string>;
}

/** Starts a server on core 0 and waits for its first answer. */
export async function serve({ words: asked, port, probe, environment }: Start): Promise<Served> {
  const started = performance.now();
  const url = `http://127.0.0.1:${port}`;
  const [command, words] = pinned(0, [process.execPath, ...asked]);
  const env = { ...process.env, ...environment, NODE_ENV: "production" as const, PORT: String(port) };
  const child = spawn(command, words, { env, stdio: ["ignore", "ignore", "inherit"] });
  await firstAnswer(child, `${url}${probe}`);
  // taskset becomes the command: its id is the server's.
  return { url, pid: child.pid ?? 0, startMs: performance.now() - started, stop: () => stop(child) };
}

async function firstAnswer(child: ChildProcess, url: string): Promise<void> {
  const until = Date.now() + 300_000;
  while (Date.now() < until) {
    if (child.exitCode !== null) throw new Error(`${url}: the server stopped with ${child.exitCode}`);
    const status = await fetch(url, { redirect: "manual" }).then(
      (answer) => answer.status,
      () => 0,
    );
    if (status > 0 && status < 500) return;
    await new Promise((done) => setTimeout(done, 5));
  }
  throw new Error(`${url}: no answer in five minutes`);
}

function stop(child: ChildProcess): Promise<void> {
  return new Promise((done) => {
    child.once("exit", () => done());
    child.kill("SIGTERM");
    setTimeout(() => child.kill("SIGKILL"), 5000).unref();
  });
}

/** Milliseconds of processor time that the process has used, all its threads, from /proc. */
export function processorMs(pid: number): number {
  const text = readFileSync(`/proc/${pid}/stat`, "utf8");
  const fields = text.slice(text.lastIndexOf(")") + 2).split(" ");
  return (Number(fields[11]) + Number(fields[12])) * 10;
}

/** Until the server has done what follows its start, the check of its file above all, and rests; ten minutes at most. */
export async function untilRested(pid: number): Promise<void> {
  const until = Date.now() + 600_000;
  await pause(12_000);
  while (Date.now() < until) {
    const before = processorMs(pid);
    await pause(2000);
    if (processorMs(pid) - before <= 60) return;
  }
}

export const pause = (ms: number) => new Promise((done) => setTimeout(done, ms));

/** Resident megabytes now and at the highest, mapped pages of the file counted apart. */
export function memoryOf(pid: number): { now: number; own: number; peak: number } {
  const text = readFileSync(`/proc/${pid}/status`, "utf8");
  const read = (name: string) => Number(new RegExp(`${name}:\\s+(\\d+)`).exec(text)?.[1] ?? 0) / 1024;
  return { now: read("VmRSS"), own: read("RssAnon"), peak: read("VmHWM") };
}
