import { and, eq, inArray, isNull, sql } from "drizzle-orm";
import { db } from "~/db/client.server";
import {
  establishmentIdentities,
  establishmentSourceValues,
  establishmentStates,
  establishments,
  providers,
} from "~/db/schema/providers.server";
import { refreshProvider } from "~/features/providers/refresh.commands.server";
import type { SourceValues } from "~/features/providers/source-fields.model";
import { readCurrentValues } from "~/features/providers/source-fields.queries.server";
import { newId } from "~/lib/ids";
import type { EstablishmentKind } from "~/lib/vocabulary";
import { type FieldWrite, writeFields } from "./field-writes.server";
import type { ImportRecord } from "./model";
import type { Applied, FieldChange, Proposal } from "./plan.model";
import { compare, placeOf } from "./plan.server";
import { recordValues } from "./record-values";

/** Where and when records are written. */
export interface Office {
  ownerId: string;
  userId: string;
  at: number;
  /** The office's day. */
  today: string;
}
/** An importable record: its kind is one of ours. */
export type Importable = ImportRecord & { kind: EstablishmentKind };

/** Writes what the source owns into a known establishment; returns the differences, shown or written. */
export function updateEstablishment(office: Office, establishmentId: string, record: ImportRecord): FieldChange[] {
  const { fields, kept } = compare(establishmentId, record);
  const providerId = providerOf(establishmentId);
  if (!providerId) return [];
  const target = { ownerId: office.ownerId, providerId, establishmentId, at: office.at };
  const writes = fields.filter((change) => change.owner === "source");
  linkIdentities(office, establishmentId, record);
  if (writes.length + kept.size === 0) return fields;
  writeFields(
    target,
    writes.map(({ field, old, new: value, last }) => ({ field, value, last, current: old })),
  );
  keepSourceValues({ establishmentId, source: record.source, at: office.at }, kept);
  if (fields.length > 0) {
    refreshProvider(providerId);
  }
  return fields;
}

/** Makes an establishment of a record, of a known provider or with one of its own. */
export function createEstablishment(office: Office, record: Importable, knownProviderId: string | undefined) {
  const providerId = knownProviderId ?? createProvider(office, record);
  const establishmentId = newId();
  const place = placeOf(record);
  const base = { ownerId: office.ownerId, kind: record.kind, createdAt: office.at };
  db()
    .insert(establishments)
    .values({ id: establishmentId, providerId, name: record.name, isMain: !knownProviderId, ...base, ...place })
    .run();
  db()
    .insert(establishmentStates)
    .values({ id: newId(), establishmentId, state: "open", fromOn: office.today, createdAt: office.at })
    .run();
  linkIdentities(office, establishmentId, record);
  const current = knownProviderId ? (readCurrentValues(establishmentId) ?? new Map()) : justMade(record, place.inseeCode);
  const values = recordValues(record, place);
  writeFields({ ownerId: office.ownerId, providerId, establishmentId, at: office.at }, missing(values, current));
  keepSourceValues(
    { establishmentId, source: record.source, at: office.at },
    given(values, knownProviderId ? current : undefined),
  );
  refreshProvider(providerId, { isJustImported: !knownProviderId });
  const applied: Applied = { providerId, isNewProvider: !knownProviderId, isNewEstablishment: true };
  return { establishmentId, applied };
}

/** What stands in an establishment and a provider that were made a moment ago. */
function justMade({ name, kind }: Importable, inseeCode: string | null): SourceValues {
  return new Map([
    ["name", name],
    ["kind", kind],
    ["inseeCode", inseeCode],
  ]);
}

/** What the record brings that is not there yet; a provider's SIRET already known stays. */
function missing(values: SourceValues, current: SourceValues): FieldWrite[] {
  const writes: FieldWrite[] = [];
  for (const [field, value] of values) {
    const held = current.get(field) ?? null;
    const isKept = field === "siret" && held !== null;
    if (value !== null && value !== held && !isKept) writes.push({ field, value, last: undefined, current: held });
  }
  return writes;
}

/** Values to remember: all but a SIRET that the provider already had otherwise. */
function given(values: SourceValues, current: SourceValues | undefined): SourceValues {
  const held = current?.get("siret") ?? null;
  return new Map(
    [...values].filter(([field, value]) => value !== null && !(field === "siret" && held !== null && held !== value)),
  );
}

function createProvider(office: Office, record: Importable): string {
  const id = newId();
  const { ownerId, userId, at } = office;
  db()
    .insert(providers)
    .values({
      id,
      ownerId,
      name: record.name,
      kind: record.kind,
      searchText: "",
      origin: "import",
      createdById: userId,
      createdAt: at,
    })
    .run();
  return id;
}

/** The provider that an accepted proposal joins, if it is still there. */
export function findProposed(
  office: Office,
  proposal: Proposal | null,
  leaderEstablishmentId: string | null,
): string | undefined {
  if (!proposal?.isAccepted) return undefined;
  const providerId = proposal.providerId ?? (leaderEstablishmentId ? providerOf(leaderEstablishmentId) : undefined);
  if (!providerId) return undefined;
  return db()
    .select({ id: providers.id })
    .from(providers)
    .where(and(eq(providers.id, providerId), eq(providers.ownerId, office.ownerId), isNull(providers.deletedAt)))
    .get()?.id;
}

export function providerOf(establishmentId: string): string | undefined {
  return db().select({ id: establishments.providerId }).from(establishments).where(eq(establishments.id, establishmentId)).get()
    ?.id;
}

/** Ties the source's ids to the establishment; a listing that is back is no longer marked as removed. */
function linkIdentities({ ownerId }: Office, establishmentId: string, record: ImportRecord): void {
  const { source } = record;
  const ids = [...new Set([record.externalId, ...record.otherIds])];
  const known = db()
    .select()
    .from(establishmentIdentities)
    .where(
      and(
        eq(establishmentIdentities.ownerId, ownerId),
        eq(establishmentIdentities.source, source),
        inArray(establishmentIdentities.externalId, ids),
      ),
    )
    .all();
  for (const externalId of ids) {
    const row = known.find((one) => one.externalId === externalId);
    if (!row) db().insert(establishmentIdentities).values({ ownerId, establishmentId, source, externalId }).run();
    else if (row.removedBySourceOn) markRemoved({ ownerId, source, externalId }, null);
  }
}

export interface Identity {
  ownerId: string;
  source: (typeof establishmentIdentities.$inferSelect)["source"];
  externalId: string;
}

/** Marks a listing as removed by its source on a day, or takes the mark away; nothing is deleted. */
export function markRemoved({ ownerId, source, externalId }: Identity, day: string | null): void {
  db()
    .update(establishmentIdentities)
    .set({ removedBySourceOn: day })
    .where(
      and(
        eq(establishmentIdentities.ownerId, ownerId),
        eq(establishmentIdentities.source, source),
        eq(establishmentIdentities.externalId, externalId),
      ),
    )
    .run();
}

/** Remembers what a source gave last; null forgets a field. */
export function keepSourceValues(given: { establishmentId: string; source: string; at: number }, values: SourceValues): void {
  if (values.size === 0) return;
  const { at, ...of } = given;
  const rows = [...values].map(([field, value]) => ({ ...of, field, value, importedAt: at }));
  db()
    .insert(establishmentSourceValues)
    .values(rows)
    .onConflictDoUpdate({
      target: [establishmentSourceValues.establishmentId, establishmentSourceValues.source, establishmentSourceValues.field],
      set: { value: sql`excluded.value`, importedAt: at },
    })
    .run();
}
