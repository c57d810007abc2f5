import { and, eq, inArray, isNull } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import type { Authorized } from "~/access/authorized";
import { run } from "~/commands/run.server";
import { db } from "~/db/client.server";
import { actions } from "~/db/schema/action-plans.server";
import { tellOfPlan } from "./news-job.server";

type Provider = Authorized<{ id: string; ownerId: string }, "plan.edit">;

/** Publishes a plan's drafts (all, or those of `ids`): from now on the provider reads them. Answers how many. */
export function publishDrafts(actor: Actor, provider: Provider, ids?: readonly string[]): { published: number } {
  const command = { name: "plan.publish", id: provider.id, input: ids ?? null, ownerId: provider.ownerId, isOnce: false };
  return run(actor, command, ({ now }) => {
    const chosen = ids ? inArray(actions.id, [...ids]) : undefined;
    const { changes } = db()
      .update(actions)
      .set({ publishedAt: now })
      .where(and(eq(actions.providerId, provider.id), isNull(actions.publishedAt), isNull(actions.deletedAt), chosen))
      .run();
    if (changes > 0) tellOfPlan(provider.id);
    return { published: changes };
  });
}
