import { createHash } from "node:crypto";
import { and, count, desc, eq, gte, isNull, lte, sql } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import { officesInScope } from "~/access/scopes.server";
import { db, prepared } from "~/db/client.server";
import { declaredMonths, organisationAncestors } from "~/db/schema/figures.server";
import { auditEntries } from "~/db/schema/work.server";
import { todayOf } from "~/features/organisations/zone.queries.server";

/** What is written of an office that may move a figure: the first word of a command. */
const movers = new Set(
  "coaching workshop plan provider establishment contact channel duplicate correction import goal figures organisation workload account".split(
    " ",
  ),
);
/** Reads and marks that are audited too, and move nothing. */
const isStill = /\.(export|exportRegistrations|download|markSeen|sendSummary|signIn|refuseSignIn|switchOffice|closeDevice)$/;
/** So many entries are looked at; an office in which nothing moved within them has no news. */
const looked = 100;
/** A coordinator's offices beyond these are not watched. */
const watched = 20;

/** A word that changes when figures of these offices may have: each one's last command that moves them, and the day. */
export function readFigureVersion(actor: Actor, office: string | undefined): string {
  const offices = officesInScope(actor, "dashboard.view", office).slice(0, watched);
  const last = offices.map((ownerId) => `${ownerId}/${lastMove(ownerId)}`);
  return shortHash([todayOf(actor), ...last]);
}

/**
 * A word that changes when a network's year does: its months' sums, its offices' distinct providers and what was
 * declared. Read from the sums that stand ready, whatever the number of its offices.
 */
export function readNetworkVersion({ network, today, months, year }: Year): string {
  const sums = prepared<[string, string, string], string | null>(everySum)
    .pluck()
    .get(network.id, lastYear(months.from), months.to);
  const reached = prepared<[string, string], number | null>(everyReached).pluck().get(year, network.id);
  return shortHash([today, JSON.stringify([sums, reached, declaredOf(network.id, months)])]);
}

/** The sums of a network's months as one text. */
const everySum = `
  SELECT group_concat(line, char(10)) FROM (
    SELECT dimension || ' ' || month || ' ' || code || ' ' || sum(sessions) || ' ' || sum(supports) || ' ' || sum(minutes) AS line
    FROM network_months WHERE network_id = ? AND month BETWEEN ? AND ?
    GROUP BY dimension, month, code ORDER BY dimension, month, code)`;

const everyReached = `
  SELECT sum(y.reached) FROM organisation_ancestors a JOIN office_years y ON y.owner_id = a.organisation_id AND y.year = ?
  WHERE a.ancestor_id = ?`;

interface Months {
  from: string;
  to: string;
}

interface Year {
  network: { id: string };
  /** ISO day where the network is. */
  today: string;
  months: Months;
  year: string;
}
const lastYear = (month: string) => `${Number(month.slice(0, 4)) - 1}${month.slice(4)}`;

function declaredOf(networkId: string, { from, to }: Months) {
  return db()
    .select({
      months: count(),
      sessions: sql<number>`sum(${declaredMonths.sessions})`,
      versions: sql<number>`sum(${declaredMonths.version})`,
    })
    .from(declaredMonths)
    .innerJoin(organisationAncestors, eq(organisationAncestors.organisationId, declaredMonths.ownerId))
    .where(
      and(
        eq(organisationAncestors.ancestorId, networkId),
        gte(declaredMonths.month, from),
        lte(declaredMonths.month, to),
        isNull(declaredMonths.deletedAt),
      ),
    )
    .get();
}

function shortHash(words: readonly string[]): string {
  return createHash("sha256").update(words.join(" ")).digest("base64url").slice(0, 22);
}

function lastMove(ownerId: string): number {
  const rows = db()
    .select({ id: auditEntries.id, command: auditEntries.command })
    .from(auditEntries)
    .where(eq(auditEntries.ownerId, ownerId))
    .orderBy(desc(auditEntries.at), desc(sql`id`))
    .limit(looked)
    .all();
  return rows.find(({ command }) => movers.has(command.split(".")[0] ?? "") && !isStill.test(command))?.id ?? 0;
}
