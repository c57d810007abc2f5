import { and, count, eq, inArray, isNull, ne, or } from "drizzle-orm";
import { db } from "~/db/client.server";
import { providerAccesses } from "~/db/schema/accounts.server";
import { actions } from "~/db/schema/action-plans.server";
import { sessionParticipants } from "~/db/schema/coaching.server";
import {
  contacts,
  establishmentIdentities,
  establishmentSourceValues,
  establishments,
  messages,
  partnerships,
  providers,
  providerTags,
} from "~/db/schema/providers.server";
import { refreshProvider } from "~/features/providers/refresh.commands.server";
import { correctionOf, type SourceValues } from "~/features/providers/source-fields.model";
import { readCurrentValues, readSourceValues } from "~/features/providers/source-fields.queries.server";
import { writeFields } from "./field-writes.server";
import type { ImportSource } from "./model";
import type { Applied, FieldChange } from "./plan.model";
import { keepSourceValues, markRemoved, type Office } from "./record-writes.server";
import { decodePlan, decodeRecord, encodePlan, type RecordRow, setRecord } from "./stored.server";

/** Takes back what one record did: what it made and nobody touched goes, what it changed is as before. */
export function undoRecord(office: Office, row: RecordRow): void {
  const stored = decodePlan(row.changes);
  const { applied } = stored;
  if (!applied || !row.establishmentId) return;
  const record = decodeRecord(row);
  if (row.reason === "removed_by_source") {
    markRemoved({ ownerId: office.ownerId, source: record.source, externalId: row.externalId }, null);
  } else if (applied.isNewEstablishment) {
    if (isTouched(row.establishmentId, record.source, applied)) return;
    removeEstablishment(office, row.establishmentId, applied);
  } else {
    revertFields(office, { row, source: record.source, applied, fields: stored.fields });
  }
  setRecord(row, {
    changes: encodePlan({ ...stored, applied: null }),
    establishmentId: applied.isNewEstablishment ? null : row.establishmentId,
  });
}

/** Has a person done anything with it since: edited a field, or tied work to the provider? */
function isTouched(establishmentId: string, source: string, { providerId, isNewProvider }: Applied): boolean {
  const current = readCurrentValues(establishmentId) ?? new Map();
  const edited = [...readSourceValues(establishmentId, source)].some(([field, last]) =>
    correctionOf(field, current.get(field) ?? null, last),
  );
  return edited || (isNewProvider && isProviderUsed(providerId));
}

function isProviderUsed(providerId: string): boolean {
  const referred = db()
    .select({ referentId: providers.referentId })
    .from(providers)
    .where(eq(providers.id, providerId))
    .get()?.referentId;
  const typed = and(eq(contacts.providerId, providerId), isNull(contacts.deletedAt), ne(contacts.origin, "import"));
  const uses = [
    db().select({ n: count() }).from(sessionParticipants).where(eq(sessionParticipants.providerId, providerId)).get(),
    db().select({ n: count() }).from(actions).where(eq(actions.providerId, providerId)).get(),
    db().select({ n: count() }).from(contacts).where(typed).get(),
    db().select({ n: count() }).from(messages).where(eq(messages.providerId, providerId)).get(),
    db().select({ n: count() }).from(partnerships).where(eq(partnerships.providerId, providerId)).get(),
    db().select({ n: count() }).from(providerTags).where(eq(providerTags.providerId, providerId)).get(),
    db().select({ n: count() }).from(providerAccesses).where(eq(providerAccesses.providerId, providerId)).get(),
  ];
  return referred != null || uses.some((use) => (use?.n ?? 0) > 0);
}

function removeEstablishment(office: Office, establishmentId: string, { providerId, isNewProvider }: Applied): void {
  const target = { ownerId: office.ownerId, providerId, establishmentId, at: office.at };
  if (!isNewProvider) withdrawContacts(target);
  db().delete(establishmentIdentities).where(eq(establishmentIdentities.establishmentId, establishmentId)).run();
  db().delete(establishmentSourceValues).where(eq(establishmentSourceValues.establishmentId, establishmentId)).run();
  db().update(establishments).set({ deletedAt: office.at }).where(eq(establishments.id, establishmentId)).run();
  const left = db()
    .select({ n: count() })
    .from(establishments)
    .where(and(eq(establishments.providerId, providerId), isNull(establishments.deletedAt)))
    .get();
  if (isNewProvider && left?.n === 0)
    db().update(providers).set({ deletedAt: office.at }).where(eq(providers.id, providerId)).run();
  else refreshProvider(providerId);
}

/** Numbers and addresses that only this establishment's source gave leave the provider with it. */
function withdrawContacts(target: { ownerId: string; providerId: string; establishmentId: string; at: number }): void {
  const current = readCurrentValues(target.establishmentId) ?? new Map();
  const rows = db()
    .select({ field: establishmentSourceValues.field, value: establishmentSourceValues.value })
    .from(establishmentSourceValues)
    .where(
      and(
        eq(establishmentSourceValues.establishmentId, target.establishmentId),
        or(eq(establishmentSourceValues.field, "phones"), eq(establishmentSourceValues.field, "emails")),
      ),
    )
    .all();
  writeFields(
    target,
    rows.map(({ field, value }) => ({ field, value: null, last: value, current: current.get(field) ?? null })),
  );
}

interface Reverted {
  row: RecordRow;
  source: ImportSource;
  applied: Applied;
  fields: readonly FieldChange[];
}

/** Each field that still holds what the import wrote goes back; the source's last values with it. */
function revertFields(office: Office, { row, source, applied, fields }: Reverted): void {
  const establishmentId = row.establishmentId ?? "";
  const current: SourceValues = readCurrentValues(establishmentId) ?? new Map();
  const target = { ownerId: office.ownerId, providerId: applied.providerId, establishmentId, at: office.at };
  const written = fields.filter((change) => change.owner === "source" && change.field !== "externalId");
  const untouched = written.filter(
    (change) => correctionOf(change.field, current.get(change.field) ?? null, change.new) === undefined,
  );
  writeFields(
    target,
    untouched.map((change) => ({
      field: change.field,
      value: change.old,
      last: change.new,
      current: current.get(change.field) ?? null,
    })),
  );
  const told = fields.filter((change) => change.field !== "externalId");
  const before = new Map(told.filter((change) => "last" in change).map((change) => [change.field, change.last ?? null]));
  keepSourceValues({ establishmentId, source, at: office.at }, before);
  forgetSourceValues(
    { establishmentId, source },
    told.filter((change) => !("last" in change)).map((change) => change.field),
  );
  if (row.verdict === "new" || fields.some((change) => change.field === "externalId")) unlink(establishmentId, source);
  refreshProvider(applied.providerId);
}

function forgetSourceValues({ establishmentId, source }: { establishmentId: string; source: string }, fields: string[]): void {
  if (fields.length === 0) return;
  const values = and(
    eq(establishmentSourceValues.establishmentId, establishmentId),
    eq(establishmentSourceValues.source, source),
    inArray(establishmentSourceValues.field, fields),
  );
  db().delete(establishmentSourceValues).where(values).run();
}

/** The tie to this source's listing goes, with what was remembered of it. */
function unlink(establishmentId: string, source: ImportSource): void {
  const identities = and(
    eq(establishmentIdentities.establishmentId, establishmentId),
    eq(establishmentIdentities.source, source),
  );
  db().delete(establishmentIdentities).where(identities).run();
  const values = and(
    eq(establishmentSourceValues.establishmentId, establishmentId),
    eq(establishmentSourceValues.source, source),
  );
  db().delete(establishmentSourceValues).where(values).run();
}
