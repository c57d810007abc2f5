import { eq } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import { type Authorized, authorize } from "~/access/authorized";
import { ownersWhere } from "~/access/can";
import { run } from "~/commands/run.server";
import { db } from "~/db/client.server";
import { organisations } from "~/db/schema/organisations.server";
import { foldForAll } from "~/features/figures/mask.model";
import { listNetworkMonths, listNetworkTopics } from "~/features/figures/network.queries.server";
import { countBelow, findPublishedNetwork, type GroupCounts, listGroupCounts } from "~/features/figures/public.queries.server";
import { now } from "~/lib/clock";
import { addMonths, dayIn, monthOf } from "~/lib/dates";
import { NotFoundError } from "~/lib/errors";
import { paths } from "~/paths";

type OwnNetwork = Authorized<{ id: string; ownerId: string }, "network.publish">;

/** A network that the actor coordinates. Throws NotFoundError for any other. */
export function getPublishingNetwork(actor: Actor, id: string): OwnNetwork {
  if (!ownersWhere(actor, "network.publish").includes(id)) throw new NotFoundError("network");
  return authorize(actor, "network.publish", { id, ownerId: id });
}

/** Opens a network's totals to everybody, or takes their page away; written to the audit. */
export function publishFigures(actor: Actor, network: OwnNetwork, isOpen: boolean): void {
  const command = { name: "network.publishFigures", id: network.id, input: { isOpen }, ownerId: network.id, isOnce: false };
  run(actor, command, () => {
    db().update(organisations).set({ publishesFigures: isOpen }).where(eq(organisations.id, network.id)).run();
  });
  told.clear();
}

/** Whether a network's page is open, and where it stands. */
export function describePublication(networkId: string) {
  const { slug, publishesFigures } = organisations;
  const row = db().select({ slug, isOpen: publishesFigures }).from(organisations).where(eq(organisations.id, networkId)).get();
  return {
    isOpen: row?.isOpen ?? false,
    action: paths.networkPublication(networkId),
    to: paths.publicFigures(row?.slug ?? ""),
  };
}

/** A row as it may be told to everybody; `others` stands for those too small to be told alone. */
export interface PublicRow {
  code: string;
  counts: Partial<GroupCounts>;
  isOthers?: true;
}

/** A network's open figures: complete months of one civil year, counts alone. */
export interface PublicFigures {
  name: string;
  year: string;
  /** The last complete month; undefined where the year has none yet. */
  until: string | undefined;
  totals: GroupCounts | undefined;
  territories: PublicRow[];
  themes: PublicRow[];
  months: PublicRow[];
}

const keptMs = 10 * 60_000;
const mostKept = 200;
const told = new Map<string, { at: number; figures: PublicFigures }>();

/**
 * The open figures of a network, kept for ten minutes. Complete months alone: no day's change can be told from
 * the one before. Throws NotFoundError where the network has not opened them.
 */
export function readPublicFigures(slug: string, askedYear?: string) {
  const network = findPublishedNetwork(slug);
  if (!network) throw new NotFoundError("publicFigures");
  return { network, figures: readNetworkFigures(network, askedYear) };
}

/** The same of any network, for a caller who has made sure that it may be told. */
export function readNetworkFigures(network: { id: string; name: string; zone: string }, askedYear?: string): PublicFigures {
  const today = dayIn(network.zone, now());
  const year = askedYear ?? today.slice(0, 4);
  const key = `${network.id}|${year}|${monthOf(today)}`;
  const kept = told.get(key);
  if (kept && now() - kept.at < keptMs) return kept.figures;
  const figures = measure(network, year, today);
  if (told.size >= mostKept) told.clear();
  told.set(key, { at: now(), figures });
  return figures;
}

function measure(network: { id: string; name: string }, year: string, today: string): PublicFigures {
  const lastComplete = monthOf(addMonths(`${monthOf(today)}-01`, -1));
  const until = `${year}-12` < lastComplete ? `${year}-12` : lastComplete;
  const nothing = { name: network.name, year, until: undefined, totals: undefined, territories: [], themes: [], months: [] };
  if (until < `${year}-01`) return nothing;
  const months = { from: `${year}-01`, to: until };
  const totals = countBelow(network.id, months, "below");
  if (Math.min(totals.sessions, totals.supports, totals.reached) < 5) return { ...nothing, until };
  const themes = listNetworkTopics(network.id, months).filter(({ dimension }) => dimension === "theme");
  return {
    name: network.name,
    year,
    until,
    totals,
    territories: rowsOf(
      listGroupCounts(network.id, months).map(({ name, sessions, supports, minutes, reached }) => ({
        code: name,
        counts: { sessions, supports, minutes, reached },
      })),
    ),
    themes: rowsOf(themes.map(({ code, sessions }) => ({ code, counts: { sessions } }))),
    months: rowsOf(monthRows(network.id, months)),
  };
}

function monthRows(networkId: string, months: { from: string; to: string }): PublicRow[] {
  const found = new Map<string, { sessions: number; supports: number }>();
  for (const { month, sessions, supports } of listNetworkMonths(networkId, months)) {
    const sum = found.get(month) ?? { sessions: 0, supports: 0 };
    found.set(month, { sessions: sum.sessions + sessions, supports: sum.supports + supports });
  }
  return [...found].sort(([a], [b]) => a.localeCompare(b)).map(([code, counts]) => ({ code, counts }));
}

/** The rows that may stand beside their total; hours alone are no count of people. */
function rowsOf(rows: readonly PublicRow[]): PublicRow[] {
  const people = ({ counts: { minutes: _, ...others } }: PublicRow) => Object.values(others);
  const folded = foldForAll(rows, people);
  if (!folded) return [];
  if (folded.folded.length === 0) return folded.shown;
  const counts: Partial<Record<keyof GroupCounts, number>> = {};
  for (const row of folded.folded) {
    for (const key of ["sessions", "supports", "minutes", "reached"] as const) {
      const value = row.counts[key];
      if (value !== undefined) counts[key] = (counts[key] ?? 0) + value;
    }
  }
  return [...folded.shown, { code: "", counts, isOthers: true }];
}
