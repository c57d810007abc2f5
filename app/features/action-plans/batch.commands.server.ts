import { and, eq, inArray, isNull } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import type { Authorized } from "~/access/authorized";
import { run } from "~/commands/run.server";
import { db } from "~/db/client.server";
import { actions } from "~/db/schema/action-plans.server";
import { RuleError } from "~/lib/errors";
import type { BatchInput } from "./form";
import { publishDrafts } from "./publish.commands.server";

/** Changes many steps of one plan at once, each kept as it was. Answers how many. Throws RuleError `required` without a day. */
export function changeMany(
  actor: Actor,
  provider: Authorized<{ id: string; ownerId: string }, "plan.edit">,
  input: BatchInput,
): { changed: number } {
  const command = { name: "plan.changeMany", id: provider.id, input, ownerId: provider.ownerId, isOnce: false };
  return run(actor, command, ({ now, revise }) => {
    const { change, ids } = input;
    if (change === "publish") return { changed: publishDrafts(actor, provider, ids).published };
    const set = columnsOf(change, input.dueOn, now);
    const inPlan = and(eq(actions.providerId, provider.id), inArray(actions.id, [...ids]), isNull(actions.deletedAt));
    const rows = db().select().from(actions).where(inPlan).all();
    for (const row of rows) {
      revise("actions", row);
      db()
        .update(actions)
        .set({ ...set, version: row.version + 1 })
        .where(eq(actions.id, row.id))
        .run();
    }
    return { changed: rows.length };
  });
}

function columnsOf(change: Exclude<BatchInput["change"], "publish">, dueOn: string | undefined, now: number) {
  switch (change) {
    case "first":
      return { priority: 1 };
    case "normal":
      return { priority: 2 };
    case "later":
      return { priority: 3 };
    case "together":
      return { doneBy: "together" as const };
    case "delete":
      return { deletedAt: now };
    case "due":
      if (!dueOn) throw new RuleError("required", {}, "dueOn");
      return { dueOn };
  }
}
