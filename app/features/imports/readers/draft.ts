import type { ImportSource } from "../model";
import { type ImportRecord, type SkipReason, skipReasons } from "../model";

/** A record of which nothing is known yet. */
export function blankRecord(source: ImportSource): ImportRecord {
  return {
    source,
    externalId: "",
    otherIds: [],
    name: "",
    kind: null,
    street: null,
    postcode: null,
    communeName: null,
    inseeCode: null,
    latitude: null,
    longitude: null,
    phones: [],
    emails: [],
    website: null,
    bookingUrl: null,
    socials: {},
    marketplaces: {},
    labels: [],
    contactName: null,
    siret: null,
    capacity: null,
    ownerName: null,
    updatedOn: null,
    skip: null,
  };
}

/** What could not be read: named by its place in the file, so that a person finds it. */
export function malformedRecord(source: ImportSource, place: string): ImportRecord {
  return { ...blankRecord(source), externalId: place, name: place, skip: "malformed" };
}

/** The record with its one reason to be left out, the gravest first. */
export function finished(record: ImportRecord, reason: SkipReason | null): ImportRecord {
  const reasons = new Set<SkipReason>();
  if (reason) reasons.add(reason);
  if (record.externalId === "") reasons.add("no_id");
  if (record.kind === null && reason === null) reasons.add("unknown_type");
  if (record.name === "") reasons.add("no_name");
  return { ...record, skip: precedence.find((one) => reasons.has(one)) ?? null };
}

const precedence: SkipReason[] = ["malformed", "no_id", "unpublished", ...skipReasons];
