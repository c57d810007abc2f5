import { placeOf } from "./plan.server";
import type { PlannedRecord } from "./planner.server";

/** What `npm run import` prints: the counts, and with `--json` every record as it was understood and what becomes of it. */
export function openDocument(hasRecords: boolean) {
  const summary = { new: 0, changed: 0, unchanged: 0, skipped: 0, wrong: 0 };
  const records: ReturnType<typeof toDocument>[] = [];
  const add = (planned: PlannedRecord): void => {
    summary[planned.plan.verdict] += 1;
    if (hasRecords) records.push(toDocument(planned));
  };
  return { add, document: { summary, records } };
}

function toDocument({ record, plan }: PlannedRecord) {
  return {
    source: record.source,
    externalId: record.externalId,
    name: record.name,
    kind: record.kind,
    street: record.street,
    postcode: record.postcode,
    inseeCode: placeOf(record).inseeCode ?? record.inseeCode,
    latitude: record.latitude,
    longitude: record.longitude,
    phones: record.phones,
    emails: record.emails,
    website: record.website,
    bookingUrl: record.bookingUrl,
    socials: record.socials,
    labels: record.labels.map(({ label }) => label),
    verdict: plan.verdict,
    reason: plan.reason,
    changes: plan.fields.map(({ field, old, new: value, owner }) => ({ field, old, new: value, owner })),
  };
}
