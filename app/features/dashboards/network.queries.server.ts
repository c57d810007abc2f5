import type { Actor } from "~/access/actor";
import { type Authorized, authorize } from "~/access/authorized";
import { ownersWhere } from "~/access/can";
import { officesInScope } from "~/access/scopes.server";
import { isReachTold } from "~/features/figures/mask.model";
import {
  type DeclaredMonth,
  listDeclaredMonths,
  listNetworkMonths,
  listNetworkOffices,
  listNetworkTerritories,
  listNetworkTopics,
  listPooledWorkshops,
  type NetworkOffice,
} from "~/features/figures/network.queries.server";
import { getFigureOffice, listOrganisationsWhere } from "~/features/organisations/queries.server";
import { now } from "~/lib/clock";
import { dayIn } from "~/lib/dates";
import { NotFoundError } from "~/lib/errors";
import type { NetworkQuery } from "./form";

/** The network asked for, or the first that the actor coordinates, and the months of its year. Throws NotFoundError out of scope. */
export function resolveNetwork(actor: Actor, query: NetworkQuery) {
  const networks = listOrganisationsWhere(actor, "network.view");
  const network = networks.find(({ id }) => query.network === undefined || id === query.network);
  if (!network) throw new NotFoundError("network");
  const today = dayIn(network.zone, now());
  return { networks, network, today, ...monthsOf(query.year ?? today.slice(0, 4), today) };
}

/** A civil year's months up to today's, and the same ones a year before. */
export function monthsOf(year: string, today: string) {
  const last = year < today.slice(0, 4) ? "12" : today.slice(5, 7);
  const before = String(Number(year) - 1);
  return {
    year,
    months: { from: `${year}-01`, to: `${year}-${last}` },
    monthsBefore: { from: `${before}-01`, to: `${before}-${last}` },
  };
}

/** One office of the network with its year: what it logged, or else what was declared for it. */
export interface OfficeYear extends NetworkOffice {
  /** Distinct providers; null where they are too few to be told, or only declared. */
  told: number | null;
  declared: number;
}

type NetworkAsked = ReturnType<typeof resolveNetwork>;

/** The network's year: by month, by theme and channel, by office; absent offices' declared months apart. `known` is each office's. */
export function readNetwork(
  actor: Actor,
  { network, year, months, monthsBefore }: NetworkAsked,
  known: ReadonlyMap<string, number>,
) {
  const detailed = new Set(officesInScope(actor, "dashboard.detail", undefined));
  const declared = listDeclaredMonths(network.id, months);
  return {
    months: listNetworkMonths(network.id, months),
    monthsBefore: listNetworkMonths(network.id, monthsBefore),
    topics: listNetworkTopics(network.id, months),
    offices: withDeclared(listNetworkOffices(network.id, year), declared, { detailed, known }),
    territories: listNetworkTerritories(network.id),
    declared,
    pooled: listPooledWorkshops(network.id, year),
  };
}
export type NetworkData = ReturnType<typeof readNetwork>;

/** Each office with what was declared for it added, and its distinct providers masked where they are too few. */
export function withDeclared(
  offices: readonly NetworkOffice[],
  declared: readonly DeclaredMonth[],
  { detailed, known }: { detailed: ReadonlySet<string>; known: ReadonlyMap<string, number> },
): OfficeYear[] {
  return offices.map((office) => {
    const own = declared.filter(({ ownerId }) => ownerId === office.id);
    const sum = (key: "sessions" | "supports" | "minutes") => own.reduce((total, month) => total + month[key], 0);
    const isTold = detailed.has(office.id) || isReachTold(known.get(office.id) ?? 0, office.reached);
    return {
      ...office,
      sessions: office.sessions + sum("sessions"),
      supports: office.supports + sum("supports"),
      minutes: office.minutes + sum("minutes"),
      told: isTold && !(own.length > 0 && office.reached === 0) ? office.reached : null,
      declared: own.length,
    };
  });
}

export interface AbsentOffice {
  id: string;
  ownerId: string;
  name: string;
  zone: string;
}

/** An office below the actor's, whose months may be typed in. Throws NotFoundError for any other. */
export function getDeclaringOffice(actor: Actor, id: string): Authorized<AbsentOffice, "network.declare"> {
  const office = ownersWhere(actor, "network.declare").includes(id) ? getFigureOffice(id) : undefined;
  if (!office) throw new NotFoundError("office");
  return authorize(actor, "network.declare", { ...office, ownerId: office.id });
}
