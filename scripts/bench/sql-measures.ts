import type { Actor } from "~/access/actor";
import { authorize } from "~/access/authorized";
import { loadActor } from "~/auth/load-actor.server";
import { adoptConnection, closeDatabase, openDatabase, sqlite } from "~/db/client.server";
import { logCoachingSession } from "~/features/coaching/commands.server";
import { listCoachingSessions } from "~/features/coaching/queries.server";
import { totalCoachingSessions } from "~/features/coaching/totals.queries.server";
import { readNetwork, resolveNetwork } from "~/features/dashboards/network.queries.server";
import { readDashboard, resolveDashboard } from "~/features/dashboards/queries.server";
import { countProviders, listProviders } from "~/features/providers/list.queries.server";
import { searchProviders } from "~/features/providers/queries.server";
import { dayIn } from "~/lib/dates";
import { newId } from "~/lib/ids";
import { sessionInput } from "~/testing/factories/session";
import { floorReads, floorSave } from "./floor";
import { floorDashboard } from "./floor-dashboard";
import { floorNetwork } from "./floor-network";
import { coordinatorId, networkId } from "./seed-office";
import { idOf, pick, type Size } from "./sizes";
import { watchStatements } from "./sqlite-time";
import { type Spread, spreadOf, timed } from "./timing";

export interface SqlMeasure {
  name: string;
  /** The whole call: queries built, run, rows made. */
  product: Spread;
  /** Of it, what SQLite took. */
  statements: Spread;
  floor: Spread;
}

interface Office {
  id: string;
  actor: Actor;
  providers: string[];
}

interface Pair {
  name: string;
  /** Takes so long that its rounds are not multiplied. */
  isLong?: boolean;
  /** Not in turn but one after the other: a long reading would take the other's pages out of the processor's memory. */
  isApart?: boolean;
  product: (office: Office) => unknown;
  floor: (office: Office) => unknown;
}

/** Of what takes a millisecond, so many times the rounds: over 150, p99 is one pause of the collector or one writing back of the file. */
const shortRounds = 8;

/** The product's own queries and its saving of a session, call by call beside the same by hand on the same file. */
export function measureSql(path: string, size: Size, rounds: number): SqlMeasure[] {
  adoptConnection(openDatabase(path));
  const inSqlite = watchStatements(sqlite());
  const measuring = { offices: someOffices(size), rounds, inSqlite };
  const measures = [
    ...readPairs().map((pair) => measurePair(pair, { ...measuring, rounds: pair.isLong ? rounds : rounds * shortRounds })),
    ...networkPairs().map((pair) => measurePair(pair, { ...measuring, rounds: Math.ceil(rounds / 5) })),
    measurePair(savePair(), { ...measuring, rounds: rounds * shortRounds }),
  ];
  closeDatabase();
  return measures;
}

function readPairs(): Pair[] {
  const floor = floorReads(sqlite());
  const dashboard = floorDashboard(sqlite());
  const today = dayIn("Europe/Paris", Date.now());
  const word = "pin";
  return [
    { name: "50 latest sessions", product: (o) => listCoachingSessions(o.actor, {}), floor: (o) => floor.list(o.id) },
    { name: "totals of the log", product: (o) => totalCoachingSessions(o.actor, {}), floor: (o) => floor.totals(o.id) },
    {
      name: "50 providers and their count",
      product: (o) => [listProviders(o.actor, {}), countProviders(o.actor, {})],
      floor: (o) => floor.providers(o.id),
    },
    {
      name: "search of providers",
      product: (o) => searchProviders(o.actor, word, o.id),
      floor: (o) => floor.search(o.id, word),
    },
    {
      name: "dashboard of the year",
      isLong: true,
      product: (o) => readDashboard(o.actor, resolveDashboard(o.actor, {})),
      floor: (o) => dashboard.figures(o.id, today),
    },
  ];
}

/** The network's page beside its own sums by hand, then beside the reading of every session. */
function networkPairs(): Pair[] {
  const { kept, scanned } = floorNetwork(sqlite());
  const coordinator = actorOf(coordinatorId);
  const asked = { network: networkId, today: dayIn("Europe/Paris", Date.now()) };
  const product = () => {
    const resolved = resolveNetwork(coordinator, { page: 0 });
    return readNetwork(coordinator, resolved);
  };
  return [
    { name: "network of the year", product, floor: () => kept(asked) },
    { name: "the same beside every session read", isApart: true, product, floor: () => scanned(asked) },
  ];
}

function savePair(): Pair {
  const save = floorSave(sqlite());
  const today = dayIn("Europe/Paris", Date.now());
  let nth = 0;
  return {
    name: "save a session",
    product: ({ actor, id, providers }) => {
      const office = authorize(actor, "coaching.log", { id, ownerId: id, zone: "Europe/Paris" });
      nth += 1;
      const given = { ownerId: id, providers: [pick(providers, nth)], heldOn: today, duration: 45 };
      logCoachingSession(actor, office, sessionInput(given));
    },
    floor: ({ actor, id, providers }) => {
      nth += 1;
      save({ id: newId(), owner: id, user: actor.userId, provider: pick(providers, nth), day: today });
    },
  };
}

interface Measuring {
  offices: Office[];
  rounds: number;
  inSqlite(): number;
}

type Times = Record<"product" | "statements" | "floor", number[]>;

/** As many calls go before as are counted, up to a hundred: a server answers with code that V8 has already compiled. */
function measurePair(pair: Pair, measuring: Measuring): SqlMeasure {
  const times: Times = { product: [], statements: [], floor: [] };
  if (pair.isApart) measureApart(pair, measuring, times);
  else measureInTurn(pair, measuring, times);
  return {
    name: pair.name,
    product: spreadOf(times.product),
    statements: spreadOf(times.statements),
    floor: spreadOf(times.floor),
  };
}

/** One call of each in turn, so that what else the machine does falls on both. */
function measureInTurn({ product, floor }: Pair, { offices, rounds, inSqlite }: Measuring, times: Times): void {
  for (let nth = -Math.min(rounds, 100); nth < rounds; nth++) {
    const office = pick(offices, nth + 1000);
    // Who goes first changes: the second finds its pages warm.
    const isFirst = nth % 2 === 0;
    const floorFirst = isFirst ? undefined : timed(() => floor(office));
    const before = inSqlite();
    const mine = timed(() => product(office));
    const statements = inSqlite() - before;
    const bare = floorFirst ?? timed(() => floor(office));
    if (nth < 0) continue;
    times.product.push(mine);
    times.statements.push(statements);
    times.floor.push(bare);
  }
}

/** All calls of the one, then all of the other, each warm. */
function measureApart({ product, floor }: Pair, { offices, rounds, inSqlite }: Measuring, times: Times): void {
  for (let nth = -Math.min(rounds, 100); nth < rounds; nth++) {
    const before = inSqlite();
    const mine = timed(() => product(pick(offices, nth + 1000)));
    if (nth < 0) continue;
    times.product.push(mine);
    times.statements.push(inSqlite() - before);
  }
  for (let nth = -Math.min(rounds, 5); nth < rounds; nth++) {
    const bare = timed(() => floor(pick(offices, nth + 1000)));
    if (nth >= 0) times.floor.push(bare);
  }
}

function someOffices(size: Size): Office[] {
  const count = Math.min(size.offices, 100);
  return Array.from({ length: count }, (_, place) => {
    const nth = Math.floor((place * size.offices) / count);
    const actor = actorOf(idOf("user", nth * 2));
    const id = idOf("organisation", nth);
    const providers = sqlite().prepare<[string], string>("SELECT id FROM providers WHERE owner_id = ? LIMIT 200").pluck().all(id);
    return { id, actor, providers };
  });
}

function actorOf(userId: string): Actor {
  const actor = loadActor(userId);
  if (!actor) throw new Error("the generated file lacks somebody");
  return actor;
}
