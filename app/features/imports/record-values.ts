import { encodeLabel, encodeList, type SourceValues } from "~/features/providers/source-fields.model";
import type { ImportRecord } from "./model";

export interface Place {
  inseeCode: string | null;
  communeName: string | null;
}

/** A record as values by field, its commune resolved: what is compared, kept and written. */
export function recordValues(record: ImportRecord, place: Place): SourceValues {
  const number = (value: number | null) => (value === null ? null : String(value));
  const values: SourceValues = new Map<string, string | null>([
    ["name", record.name],
    ["kind", record.kind],
    ["street", record.street],
    ["postcode", record.postcode],
    ["inseeCode", place.inseeCode],
    ["communeName", place.inseeCode ? null : place.communeName],
    ["latitude", number(record.latitude)],
    ["longitude", number(record.longitude)],
    ["capacity", number(record.capacity)],
    ["website", record.website],
    ["bookingUrl", record.bookingUrl],
    ["siret", record.siret],
    ["phones", encodeList(record.phones)],
    ["emails", encodeList(record.emails.map((email) => email.toLowerCase()))],
    ["labels", encodeList(record.labels.map(encodeLabel))],
    ["contactName", encodeList(record.contactName ? [record.contactName] : [])],
  ]);
  for (const [service, url] of Object.entries(record.socials)) values.set(`social.${service}`, url);
  for (const [service, url] of Object.entries(record.marketplaces)) values.set(`marketplace.${service}`, url);
  return values;
}
