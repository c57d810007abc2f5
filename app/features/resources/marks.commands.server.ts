import { sql } from "drizzle-orm";
import { type Actor, cameByLink } from "~/access/actor";
import { run } from "~/commands/run.server";
import { db } from "~/db/client.server";
import { resourceMarks, resourceOpenings } from "~/db/schema/resources.server";
import { todayOf } from "~/features/organisations/zone.queries.server";
import type { MarkIntent } from "./marks.form";

/** Notes what the actor thinks of a resource that was read in scope, or has done with it; the last word stands. */
export function markResource(actor: Actor, resource: { id: string; ownerId: string | null }, intent: MarkIntent): void {
  const command = { name: "resource.mark", id: resource.id, input: intent, ownerId: resource.ownerId ?? "", isOnce: false };
  run(actor, command, ({ now: at }) => {
    const changes = { ...change(intent, at), updatedAt: at };
    db()
      .insert(resourceMarks)
      .values({ userId: actor.userId, resourceId: resource.id, ...changes })
      .onConflictDoUpdate({ target: [resourceMarks.userId, resourceMarks.resourceId], set: changes })
      .run();
  });
}

/** Counts an opening of a resource's page, by day and by whom; nobody is named. */
export function countOpening(actor: Actor, resourceId: string): void {
  const by = actor.providerIds.length > 0 || cameByLink(actor) ? ("provider" as const) : ("staff" as const);
  db()
    .insert(resourceOpenings)
    .values({ resourceId, openedOn: todayOf(actor), by, times: 1 })
    .onConflictDoUpdate({
      target: [resourceOpenings.resourceId, resourceOpenings.openedOn, resourceOpenings.by],
      set: { times: sql`${resourceOpenings.times} + 1` },
    })
    .run();
}

function change(intent: MarkIntent, at: number) {
  switch (intent) {
    case "useful":
      return { isUseful: true };
    case "not_useful":
      return { isUseful: false };
    case "done":
      return { doneAt: at };
    case "undo":
      return { doneAt: null };
    case "keep":
      return { isKept: true };
    case "unkeep":
      return { isKept: false };
  }
}
