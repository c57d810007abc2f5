import { dirname, join } from "node:path";
import Database from "better-sqlite3";
import { RateLimiterRes, RateLimiterSQLite } from "rate-limiter-flexible";
import { config } from "~/config.server";

// In a file of its own beside the business one: survives a restart, is not backed up (design 3.2).
const limits = {
  /** Failed passwords per account. */
  account: { points: 8, duration: 900 },
  /** Failed attempts per address. */
  address: { points: 40, duration: 900 },
  /** Sign-in mails per mailbox. */
  mailbox: { points: 5, duration: 3600 },
  /** Sign-in mails asked from one address: an office shares one. */
  asking: { points: 30, duration: 3600 },
  /** Wrong codes on a device that is handed round. */
  unlock: { points: 8, duration: 900 },
  /** Registrations of visitors per mailbox: each sends it a mail. */
  visitorMailbox: { points: 10, duration: 3600 },
  /** Registrations of visitors from one address. */
  visitor: { points: 60, duration: 3600 },
  /** Questions of one API key. */
  api: { points: 120, duration: 60 },
  /** Keys that open nothing, from one address. */
  apiAddress: { points: 30, duration: 900 },
};
export type Limit = keyof typeof limits;
const names = ["account", "address", "mailbox", "asking", "unlock", "visitorMailbox", "visitor", "api", "apiAddress"] as const;

let limiters: Map<Limit, RateLimiterSQLite> | undefined;

/** Whether this key has used up its attempts. */
export async function isLimited(limit: Limit, key: string): Promise<boolean> {
  const used = await limiter(limit).get(key);
  return used !== null && used.consumedPoints >= limits[limit].points;
}

/** Counts one failed attempt, or one mail. */
export async function countAttempt(limit: Limit, key: string): Promise<void> {
  await limiter(limit).penalty(key, 1);
}

/** What is left of a limit after one more use. */
export interface Allowance {
  points: number;
  seconds: number;
  remaining: number;
  /** Seconds until it is whole again. */
  resetSeconds: number;
  isOver: boolean;
}

/** Uses one point of a limit, and tells what is left. */
export async function spend(limit: Limit, key: string): Promise<Allowance> {
  const { points, duration } = limits[limit];
  const used = await consume(limit, key);
  return {
    points,
    seconds: duration,
    remaining: Math.max(0, used.remainingPoints),
    resetSeconds: Math.ceil(used.msBeforeNext / 1000),
    isOver: used.consumedPoints > points,
  };
}

async function consume(limit: Limit, key: string): Promise<RateLimiterRes> {
  try {
    return await limiter(limit).consume(key);
  } catch (error) {
    if (error instanceof RateLimiterRes) return error;
    throw error;
  }
}

function limiter(limit: Limit): RateLimiterSQLite {
  limiters ??= open();
  const found = limiters.get(limit);
  if (!found) throw new Error(`no limiter ${limit}`);
  return found;
}

function open(): Map<Limit, RateLimiterSQLite> {
  const file = new Database(join(dirname(config().databasePath), "limits.sqlite"));
  file.pragma("journal_mode = WAL");
  file.pragma("synchronous = NORMAL");
  const made = new Map<Limit, RateLimiterSQLite>();
  limits.visitor.points = config().visitorsPerHour;
  for (const name of names) {
    made.set(
      name,
      new RateLimiterSQLite({
        storeClient: file,
        storeType: "better-sqlite3",
        tableName: `limit_${name}`,
        keyPrefix: name,
        ...limits[name],
      }),
    );
  }
  return made;
}
