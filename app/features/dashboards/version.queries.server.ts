import { createHash } from "node:crypto";
import { desc, eq, sql } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import { officesInScope } from "~/access/scopes.server";
import { db } from "~/db/client.server";
import { auditEntries } from "~/db/schema/work.server";
import { now } from "~/lib/clock";
import { dayIn } from "~/lib/dates";

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
  const words = [dayIn("Europe/Paris", now()), ...last].join(" ");
  return createHash("sha256").update(words).digest("base64url").slice(0, 22);
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
