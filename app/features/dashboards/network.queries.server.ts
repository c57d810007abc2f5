import type { Actor } from "~/access/actor";
import { type Authorized, authorize } from "~/access/authorized";
import { ownersWhere } from "~/access/can";
import { officesInScope } from "~/access/scopes.server";
import { countClosedByOffice } from "~/features/figures/known.queries.server";
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
export interface OfficeYear extends Omit<NetworkOffice, "providers"> {
  /** Providers, less those closed before the year and not met in it. */
  known: number;
  /** Distinct providers; null where they are too few to be told, or only declared. */
  told: number | null;
  declared: number;
}

type NetworkAsked = ReturnType<typeof resolveNetwork>;

/** The network's year: by month, by theme and channel, by office; absent offices' declared months apart. */
export function readNetwork(actor: Actor, { network, year, months, monthsBefore }: NetworkAsked) {
  const detailed = new Set(officesInScope(actor, "dashboard.detail", undefined));
  const declared = listDeclaredMonths(network.id, months);
  return {
    months: listNetworkMonths(network.id, months),
    monthsBefore: listNetworkMonths(network.id, monthsBefore),
    topics: listNetworkTopics(network.id, months),
    offices: withDeclared(listNetworkOffices(network.id, year), declared, {
      detailed,
      closed: countClosedByOffice(year),
    }),
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
  { detailed, closed }: { detailed: ReadonlySet<string>; closed: ReadonlyMap<string, number> },
): OfficeYear[] {
  const declaring = new Set(declared.map(({ ownerId }) => ownerId));
  return offices.map((office) => {
    const own = declaring.has(office.id) ? declared.filter(({ ownerId }) => ownerId === office.id) : [];
    const known = office.providers - (closed.get(office.id) ?? 0);
    const isTold = detailed.has(office.id) || isReachTold(known, office.reached);
    const { id, name, kind, parentId, reached } = office;
    return {
      id,
      name,
      kind,
      parentId,
      reached,
      known,
      sessions: own.reduce((total, month) => total + month.sessions, office.sessions),
      supports: own.reduce((total, month) => total + month.supports, office.supports),
      minutes: own.reduce((total, month) => total + month.minutes, office.minutes),
      told: isTold && !(own.length > 0 && reached === 0) ? reached : null,
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
