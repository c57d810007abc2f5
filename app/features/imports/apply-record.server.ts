import { and, eq } from "drizzle-orm";
import { db } from "~/db/client.server";
import { importRecords } from "~/db/schema/imports.server";
import { establishmentIdentities, establishments } from "~/db/schema/providers.server";
import type { ImportRecord } from "./model";
import type { Applied, Proposal, StoredPlan } from "./plan.model";
import { planRecord } from "./plan.server";
import {
  createEstablishment,
  findProposed,
  type Importable,
  markRemoved,
  type Office,
  providerOf,
  updateEstablishment,
} from "./record-writes.server";
import { decodePlan, decodeRecord, encodePlan, type RecordRow, setRecord } from "./stored.server";

/** Writes one reviewed record. It is planned afresh: what people changed since the review is respected. */
export function applyRecord(office: Office, row: RecordRow): void {
  if (!row.isChosen || row.verdict === "skipped" || row.verdict === "wrong") return;
  const stored = decodePlan(row.changes);
  if (stored.applied) return;
  const record = decodeRecord(row);
  if (row.reason === "removed_by_source") applyRemoval(office, row, stored);
  else applyListing(office, row, { stored, record });
}

function applyListing(office: Office, row: RecordRow, { stored, record }: { stored: StoredPlan; record: ImportRecord }): void {
  const { establishmentId, verdict } = planRecord(office.ownerId, record);
  if (establishmentId) applyUpdate(office, row, { stored, record, establishmentId });
  else if (verdict === "new" && isImportable(record)) applyNew(office, row, { stored, record });
}

const isImportable = (record: ImportRecord): record is Importable => record.kind !== null;

function applyRemoval(office: Office, row: RecordRow, stored: StoredPlan): void {
  const { source } = decodeRecord(row);
  markRemoved({ ownerId: office.ownerId, source, externalId: row.externalId }, office.today);
  if (row.establishmentId) finish(row, { ...stored, applied: appliedTo(row.establishmentId) }, row.establishmentId);
}

function applyUpdate(
  office: Office,
  row: RecordRow,
  { stored, record, establishmentId }: { stored: StoredPlan; record: ImportRecord; establishmentId: string },
): void {
  const fields = updateEstablishment(office, establishmentId, record);
  const link = stored.fields.filter((change) => change.field === "externalId");
  const applied = fields.length + link.length === 0 ? null : appliedTo(establishmentId);
  if (applied || stored.fields.length > 0) finish(row, { ...stored, fields: [...link, ...fields], applied }, establishmentId);
}

function applyNew(office: Office, row: RecordRow, { stored, record }: { stored: StoredPlan; record: Importable }): void {
  const same = stored.proposal?.isAccepted ? findUnlinked(office, stored.proposal) : undefined;
  if (same) {
    const fields = updateEstablishment(office, same, record);
    finish(row, { ...stored, fields, applied: appliedTo(same) }, same);
  } else {
    const known = findProposed(office, stored.proposal, leaderOf(row, stored.proposal));
    const { establishmentId, applied } = createEstablishment(office, record, known);
    finish(row, { ...stored, applied }, establishmentId);
  }
}

function finish(row: RecordRow, plan: StoredPlan, establishmentId: string): void {
  setRecord(row, { changes: encodePlan(plan), establishmentId });
}

function appliedTo(establishmentId: string): Applied {
  return { providerId: providerOf(establishmentId) ?? "", isNewProvider: false, isNewEstablishment: false };
}

/** The establishment that the proposal calls the same, as long as no source's listing is tied to it. */
function findUnlinked(office: Office, proposal: Proposal): string | undefined {
  if (proposal.kind !== "same" || !proposal.establishmentId) return undefined;
  const row = db()
    .select({ id: establishments.id, deletedAt: establishments.deletedAt, linked: establishmentIdentities.externalId })
    .from(establishments)
    .leftJoin(establishmentIdentities, eq(establishmentIdentities.establishmentId, establishments.id))
    .where(and(eq(establishments.id, proposal.establishmentId), eq(establishments.ownerId, office.ownerId)))
    .get();
  return row && row.linked === null && row.deletedAt === null ? row.id : undefined;
}

function leaderOf(row: RecordRow, proposal: Proposal | null): string | null {
  if (!proposal?.isAccepted || proposal.leader === null) return null;
  const leader = db()
    .select({ establishmentId: importRecords.establishmentId })
    .from(importRecords)
    .where(and(eq(importRecords.importId, row.importId), eq(importRecords.position, proposal.leader)))
    .get();
  return leader?.establishmentId ?? null;
}
