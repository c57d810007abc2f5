import { eq } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import type { Authorized } from "~/access/authorized";
import { run } from "~/commands/run.server";
import { db } from "~/db/client.server";
import { channels } from "~/db/schema/providers.server";
import { ConflictError } from "~/lib/errors";
import { changedColumns } from "./changes.model";
import type { ChannelInput } from "./channel.form";
import { channelMark } from "./channels.queries.server";
import { refreshProvider } from "./refresh.commands.server";
import { serviceOf } from "./url.model";

type Owned = { id: string; ownerId: string; providerId: string };
type Channel = Authorized<Owned & { establishmentId: string }, "provider.correct">;

/** Notes a digital channel of an establishment. */
export function addChannel(
  actor: Actor,
  establishment: Authorized<Owned, "provider.correct">,
  input: ChannelInput & { id: string },
): void {
  const { id: establishmentId, ownerId, providerId } = establishment;
  run(actor, { name: "channel.add", id: input.id, input: { establishmentId, ...input }, ownerId }, ({ now }) => {
    db()
      .insert(channels)
      .values({ id: input.id, establishmentId, ...columnsOf(input), createdAt: now })
      .run();
    refreshProvider(providerId);
  });
}

/** Corrects a channel, keeping what it was. Throws ConflictError when it is no longer as the form showed it. */
export function correctChannel(actor: Actor, channel: Channel, input: ChannelInput): void {
  const { id, ownerId, providerId } = channel;
  run(actor, { name: "channel.correct", id, input, ownerId, isOnce: false }, ({ revise }) => {
    const current = findRow(id);
    if (!current || channelMark(current) !== input.seen) throw new ConflictError("version", current);
    const columns = columnsOf(input);
    const changed = changedColumns(current, columns);
    if (changed.length === 0) return;
    revise("channels", { ...current, changed });
    db().update(channels).set(columns).where(eq(channels.id, id)).run();
    refreshProvider(providerId);
  });
}

/** Takes a channel off the record; what it was stays in the revisions. */
export function removeChannel(actor: Actor, channel: Channel): void {
  const { id, ownerId, providerId } = channel;
  run(actor, { name: "channel.remove", id, input: null, ownerId, isOnce: false }, ({ revise }) => {
    const current = findRow(id);
    if (!current) return;
    revise("channels", current);
    db().delete(channels).where(eq(channels.id, id)).run();
    refreshProvider(providerId);
  });
}

function columnsOf(input: ChannelInput) {
  const isNamed = input.kind !== "website" && input.kind !== "booking_tool" && input.url !== undefined;
  return {
    kind: input.kind,
    service: input.service ?? (isNamed && input.url ? serviceOf(input.url) : null),
    url: input.url ?? null,
    state: input.state,
    checkedOn: input.checkedOn ?? null,
  };
}

function findRow(id: string) {
  return db().select().from(channels).where(eq(channels.id, id)).get();
}
