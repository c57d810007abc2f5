import { findCommune } from "~/features/organisations/communes.queries.server";
import { judgeField, type SourceValues } from "~/features/providers/source-fields.model";
import { readCurrentValues, readSourceValues } from "~/features/providers/source-fields.queries.server";
import { findMatch } from "./lookups.server";
import type { ImportRecord } from "./model";
import { type FieldChange, type RecordPlan, verdictOfFields, verdictOfSkip } from "./plan.model";
import { type Place, recordValues } from "./record-values";

const nameLimit = 200;

/** What importing a record into an office would do, as things stand; writes nothing. */
export function planRecord(ownerId: string, record: ImportRecord): RecordPlan {
  const nothing = { establishmentId: null, fields: [], proposal: null };
  if (record.skip) return { ...nothing, verdict: verdictOfSkip(record.skip), reason: record.skip };
  if (!record.externalId) return { ...nothing, verdict: "wrong", reason: "no_id" };
  if (!record.name) return { ...nothing, verdict: "wrong", reason: "no_name" };
  if (record.name.length > nameLimit) return { ...nothing, verdict: "wrong", reason: "name_too_long" };
  if (!record.kind) return { ...nothing, verdict: "skipped", reason: "unknown_type" };
  const match = findMatch(ownerId, record);
  if (!match) return { ...nothing, verdict: "new", reason: null };
  if (match.isDeleted) return { ...nothing, verdict: "skipped", reason: "deleted_here" };
  const { fields } = compare(match.establishmentId, record);
  if (!match.isSameSource) fields.unshift({ field: "externalId", old: null, new: record.externalId, owner: "source" });
  return { verdict: verdictOfFields(fields), reason: null, establishmentId: match.establishmentId, fields, proposal: null };
}

export interface Comparison {
  fields: FieldChange[];
  /** What to remember as this source's last values. */
  kept: SourceValues;
}

/** Field by field, what the source says now against what the establishment holds. */
export function compare(establishmentId: string, record: ImportRecord): Comparison {
  const current: SourceValues = readCurrentValues(establishmentId) ?? new Map();
  const given = readSourceValues(establishmentId, record.source);
  const fields: FieldChange[] = [];
  const kept: SourceValues = new Map();
  for (const [field, next] of recordValues(record, placeOf(record))) {
    const old = current.get(field) ?? null;
    const last = given.get(field);
    const owner = judgeField({ field, current: old, last, next });
    if (owner) fields.push({ field, old, new: next, owner, ...(last === undefined ? {} : { last }) });
    if (isToKeep({ owner, last, next })) kept.set(field, next);
  }
  return { fields, kept };
}

/** What was someone's own before the source first spoke is not remembered as the source's. */
function isToKeep({
  owner,
  last,
  next,
}: { owner: FieldChange["owner"] | undefined } & Record<"last" | "next", string | null | undefined>) {
  return next !== null && next !== last && !(owner === "person" && last === undefined);
}

const places = new Map<string, Place>();

/** The record's commune: its INSEE code brought to today's commune, else its postcode and name. */
export function placeOf(record: ImportRecord): Place {
  const key = `${record.inseeCode}|${record.postcode}|${record.communeName}`;
  const known = places.get(key);
  if (known) return known;
  const commune = findCommune({
    inseeCode: record.inseeCode ?? undefined,
    postcode: record.postcode ?? undefined,
    name: record.communeName ?? undefined,
  });
  const place = { inseeCode: commune?.inseeCode ?? null, communeName: commune?.name ?? record.communeName };
  if (places.size > 20_000) places.clear();
  places.set(key, place);
  return place;
}
