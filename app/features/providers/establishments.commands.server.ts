import { and, eq, isNull, ne } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import type { Authorized } from "~/access/authorized";
import { run } from "~/commands/run.server";
import { db } from "~/db/client.server";
import { establishmentNames, establishmentStates, establishments, providers } from "~/db/schema/providers.server";
import { dayAt } from "~/features/organisations/zone.queries.server";
import { ConflictError } from "~/lib/errors";
import { newId } from "~/lib/ids";
import { changedColumns } from "./changes.model";
import type { EstablishmentInput } from "./establishment.form";
import { findPlace } from "./places.queries.server";
import { refreshProvider } from "./refresh.commands.server";

type Owned = { id: string; ownerId: string };
type Establishment = Authorized<Owned & { providerId: string }, "provider.correct">;

/** Adds an establishment to an operator, open (or in project) from today. */
export function addEstablishment(
  actor: Actor,
  provider: Authorized<Owned, "provider.correct">,
  input: EstablishmentInput & { id: string },
): { id: string } {
  const { id } = input;
  const { ownerId } = provider;
  return run(actor, { name: "establishment.add", id, input: { providerId: provider.id, ...input }, ownerId }, ({ now }) => {
    const isMain = input.isMain || countPlaces(provider.id) === 0;
    db()
      .insert(establishments)
      .values({ id, ownerId, providerId: provider.id, ...columnsOf(ownerId, input), isMain, createdAt: now })
      .run();
    if (isMain) standAlone(provider.id, id);
    const state = input.kind === "project" ? "project" : "open";
    db()
      .insert(establishmentStates)
      .values({ id: newId(), establishmentId: id, state, fromOn: dayAt(ownerId, now), createdAt: now })
      .run();
    refreshProvider(provider.id);
    return { id };
  });
}

/**
 * Corrects an establishment, keeping what it was. A former name stays searchable, and the provider whose only
 * establishment bore its name takes the new one. Throws ConflictError when it was saved since.
 */
export function correctEstablishment(actor: Actor, establishment: Establishment, input: EstablishmentInput): void {
  const { id, ownerId, providerId } = establishment;
  const subject = { permission: "provider.correct" as const, reread: () => findRow(id) };
  run(actor, { name: "establishment.correct", id, input, ownerId, subject, isOnce: false }, ({ now, revise }) => {
    const current = findRow(id);
    if (!current || current.version !== input.version) throw new ConflictError("version", current);
    const columns = { ...columnsOf(ownerId, input), isMain: input.isMain || current.isMain };
    const changed = changedColumns(current, columns);
    if (changed.length === 0) return;
    revise("establishments", { ...current, changed });
    db()
      .update(establishments)
      .set({ ...columns, version: current.version + 1 })
      .where(eq(establishments.id, id))
      .run();
    if (columns.isMain) standAlone(providerId, id);
    if (changed.includes("name")) {
      keepFormerName({ establishmentId: id, name: current.name, untilOn: dayAt(ownerId, now) });
      renameAlike(providerId, { from: current.name, to: columns.name });
    }
    refreshProvider(providerId);
  });
}

/** Takes a former name out of the record and the search, for a name that never was one. */
export function removeFormerName(actor: Actor, establishment: Establishment, nameId: string): void {
  const { id, ownerId, providerId } = establishment;
  const command = { name: "establishment.removeName", id, input: { nameId }, ownerId, isOnce: false };
  run(actor, command, ({ revise }) => {
    const mine = and(eq(establishmentNames.id, nameId), eq(establishmentNames.establishmentId, id));
    const row = db().select().from(establishmentNames).where(mine).get();
    if (!row) return;
    revise("establishment_names", row);
    db().delete(establishmentNames).where(mine).run();
    refreshProvider(providerId);
  });
}

/** Keeps a name that the establishment bore; inside a command's own transaction. */
export function keepFormerName(former: { establishmentId: string; name: string; untilOn: string }): void {
  db()
    .insert(establishmentNames)
    .values({ id: newId(), ...former })
    .run();
}

function columnsOf(ownerId: string, input: EstablishmentInput) {
  const place = findPlace(ownerId, input);
  return {
    name: input.name,
    kind: input.kind,
    street: input.street ?? null,
    postcode: place.postcode,
    inseeCode: place.inseeCode,
    communeName: place.communeName,
    latitude: input.latitude ?? null,
    longitude: input.longitude ?? null,
    capacity: input.capacity ?? null,
    openingMonths: [...input.openingMonths].sort((a, b) => a - b),
    languages: input.languages,
    registrationNumber: input.registrationNumber ?? null,
  };
}

/** One main establishment a provider. */
function standAlone(providerId: string, establishmentId: string): void {
  db()
    .update(establishments)
    .set({ isMain: false })
    .where(and(eq(establishments.providerId, providerId), ne(establishments.id, establishmentId)))
    .run();
}

function renameAlike(providerId: string, name: { from: string; to: string }): void {
  if (countPlaces(providerId) !== 1) return;
  db()
    .update(providers)
    .set({ name: name.to })
    .where(and(eq(providers.id, providerId), eq(providers.name, name.from)))
    .run();
}

function countPlaces(providerId: string): number {
  return db()
    .select({ id: establishments.id })
    .from(establishments)
    .where(and(eq(establishments.providerId, providerId), isNull(establishments.deletedAt)))
    .all().length;
}

function findRow(id: string) {
  return db()
    .select()
    .from(establishments)
    .where(and(eq(establishments.id, id), isNull(establishments.deletedAt)))
    .get();
}
