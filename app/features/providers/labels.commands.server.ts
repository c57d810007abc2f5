import { and, eq } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import type { Authorized } from "~/access/authorized";
import { run } from "~/commands/run.server";
import { db } from "~/db/client.server";
import { establishmentLabels } from "~/db/schema/providers.server";
import { newId } from "~/lib/ids";
import type { LabelInput } from "./establishment.form";
import { listLabels } from "./establishments.queries.server";
import { refreshProvider } from "./refresh.commands.server";

type Establishment = Authorized<{ id: string; ownerId: string; providerId: string }, "provider.correct">;

/** Gives an establishment a label or a classification; the same label again takes the new rating and end. */
export function giveLabel(actor: Actor, establishment: Establishment, input: LabelInput): void {
  const { id, ownerId, providerId } = establishment;
  run(actor, { name: "establishment.giveLabel", id, input, ownerId, isOnce: false }, ({ revise }) => {
    revise("establishment_labels", { id, labels: listLabels(id), changed: [input.label] });
    db()
      .delete(establishmentLabels)
      .where(mine(id, eq(establishmentLabels.label, input.label)))
      .run();
    const row = { label: input.label, rating: input.rating ?? null, endsOn: input.endsOn ?? null };
    db()
      .insert(establishmentLabels)
      .values({ id: newId(), establishmentId: id, ...row })
      .run();
    refreshProvider(providerId);
  });
}

/** Takes a label away. */
export function withdrawLabel(actor: Actor, establishment: Establishment, labelId: string): void {
  const { id, ownerId, providerId } = establishment;
  run(actor, { name: "establishment.withdrawLabel", id, input: { labelId }, ownerId, isOnce: false }, ({ revise }) => {
    const labels = listLabels(id);
    const gone = labels.find((one) => one.id === labelId);
    if (!gone) return;
    revise("establishment_labels", { id, labels, changed: [gone.label] });
    db()
      .delete(establishmentLabels)
      .where(mine(id, eq(establishmentLabels.id, labelId)))
      .run();
    refreshProvider(providerId);
  });
}

function mine(establishmentId: string, which: ReturnType<typeof eq>) {
  return and(eq(establishmentLabels.establishmentId, establishmentId), which);
}
