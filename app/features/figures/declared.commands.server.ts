import { and, eq, isNull, sql } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import type { Authorized } from "~/access/authorized";
import { run } from "~/commands/run.server";
import { db } from "~/db/client.server";
import { declaredMonths, monthSummaries } from "~/db/schema/figures.server";
import { dayIn, monthOf } from "~/lib/dates";
import { RuleError } from "~/lib/errors";

type AbsentOffice = Authorized<{ id: string; ownerId: string; zone: string }, "network.declare">;

export interface DeclaredInput {
  id: string;
  /** `2026-03`. */
  month: string;
  sessions: number;
  supports: number;
  minutes: number;
  reached: number;
}

/**
 * Types in a month of an office that logs nothing here, or types it again (what it was is kept). Throws
 * RuleError `declaredAhead` for a month not begun, `declaredLogged` where the office has logged sessions in it.
 */
export function declareMonth(actor: Actor, office: AbsentOffice, input: DeclaredInput): void {
  const { id, month, ...counts } = input;
  run(actor, { name: "figures.declareMonth", id, input, ownerId: office.id, isOnce: false }, ({ now, revise }) => {
    if (month > monthOf(dayIn(office.zone, now))) throw new RuleError("declaredAhead", {}, "month");
    if (hasLogged(office.id, month)) throw new RuleError("declaredLogged", {}, "month");
    const current = findMonth(office.id, month);
    if (current) {
      revise("declared_months", current);
      db()
        .update(declaredMonths)
        .set({ ...counts, declaredById: actor.userId, version: current.version + 1 })
        .where(eq(declaredMonths.id, current.id))
        .run();
      return;
    }
    db()
      .insert(declaredMonths)
      .values({ id, ownerId: office.id, month, ...counts, declaredById: actor.userId, createdAt: now })
      .run();
  });
}

/** Takes a declared month back; nothing happens where there is none. */
export function withdrawMonth(actor: Actor, office: AbsentOffice, month: string): void {
  const command = { name: "figures.withdrawMonth", id: office.id, input: { month }, ownerId: office.id, isOnce: false };
  run(actor, command, ({ now, revise }) => {
    const current = findMonth(office.id, month);
    if (!current) return;
    revise("declared_months", current);
    db().update(declaredMonths).set({ deletedAt: now }).where(eq(declaredMonths.id, current.id)).run();
  });
}

function findMonth(ownerId: string, month: string) {
  const kept = and(eq(declaredMonths.ownerId, ownerId), eq(declaredMonths.month, month), isNull(declaredMonths.deletedAt));
  return db().select().from(declaredMonths).where(kept).get();
}

function hasLogged(ownerId: string, month: string): boolean {
  const own = and(eq(monthSummaries.ownerId, ownerId), eq(monthSummaries.month, month), sql`${monthSummaries.sessions} <> 0`);
  return db().select({ month: monthSummaries.month }).from(monthSummaries).where(own).get() !== undefined;
}
