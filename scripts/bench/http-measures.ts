import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { z } from "zod";
import { pinned, processorMs, type Served } from "./processes";

const run = promisify(execFile);
const report = z.object({ answered: z.number(), refused: z.number(), p50: z.number(), p99: z.number(), max: z.number() });

export interface Asked {
  path: string;
  headers: Record<string, string>;
  form?: string;
  /** Keys of the API, used in turn. */
  keys?: readonly string[];
}

export interface HttpMeasure {
  /** The server's processor milliseconds for each request answered. */
  cpu: number;
  perSecond: number;
  p50: number;
  p99: number;
}

const connections = 10;

/** Some seconds of load from core 1 on one address; throws when the server refuses. */
export async function measureHttp(server: Served, asked: Asked, seconds: number): Promise<HttpMeasure> {
  await load(server, asked, 1);
  const before = processorMs(server.pid);
  const found = await load(server, asked, seconds);
  const used = processorMs(server.pid) - before;
  if (found.refused > 0 || found.answered === 0)
    throw new Error(`${asked.path}: ${found.refused} refused, ${found.answered} answered`);
  return { cpu: used / found.answered, perSecond: found.answered / seconds, p50: found.p50, p99: found.p99 };
}

async function load(server: Served, asked: Asked, seconds: number): Promise<z.output<typeof report>> {
  const words = JSON.stringify({ url: server.url, ...asked, seconds, connections });
  const [command, list] = pinned(1, [process.execPath, "build/bench/load.js", words]);
  const { stdout } = await run(command, list);
  return report.parse(JSON.parse(stdout));
}
