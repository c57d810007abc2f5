import { floorReads } from "../../floor";
import { openPlain } from "../../open-plain";

const reads = floorReads(openPlain(process.env.DATABASE_PATH ?? ""));

/** The 50 latest sessions of the office of the bench. */
export function latestSessions() {
  return reads.list(process.env.BENCH_OWNER ?? "").slice(0, 50);
}
