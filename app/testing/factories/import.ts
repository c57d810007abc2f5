import type { Actor } from "~/access/actor";
import { authorize } from "~/access/authorized";
import { applyNextBatch, undoNextBatch } from "~/features/imports/batches.commands.server";
import { applyImport, startImport, undoImport } from "~/features/imports/commands.server";
import type { ImportRecord } from "~/features/imports/model";
import { getImport } from "~/features/imports/queries.server";
import { storeReading } from "~/features/imports/reading.commands.server";
import { newId } from "~/lib/ids";

/** A hotel's listing of invented data; what is given replaces it. */
export function importRecord(given: Partial<ImportRecord> = {}): ImportRecord {
  return {
    source: "apidae",
    externalId: "700001",
    otherIds: [],
    name: "Hôtel des Embruns",
    kind: "hotel",
    street: "3 rue du Phare",
    postcode: "33780",
    communeName: "Soulac-sur-Mer",
    inseeCode: "33514",
    latitude: 45.51,
    longitude: -1.12,
    phones: ["+33199000001"],
    emails: ["accueil@embruns.example"],
    website: "https://embruns.example/",
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
    ...given,
  };
}

/** A file of these records, read and planned, waiting for its review; returns the import's id. */
export async function readRecords(
  actor: Actor,
  office: { id: string; ownerId: string },
  file: { records: ImportRecord[]; deletedIds?: string[] },
): Promise<string> {
  const { id } = startImport(actor, authorize(actor, "provider.import", office), {
    id: newId(),
    fileName: "flux.zip",
    isReadHere: true,
  });
  await storeReading(id, [{ deletedIds: [], ...file }]);
  return id;
}

/** Applies a reviewed import to its end. */
export function applyAll(actor: Actor, importId: string): void {
  const row = authorize(actor, "provider.import", getImport(actor, importId));
  applyImport(actor, row, { isAppliedHere: true });
  while (!applyNextBatch(actor, row).isDone);
}

/** Takes an applied import back to its beginning. */
export function undoAll(actor: Actor, importId: string): void {
  const row = authorize(actor, "provider.import", getImport(actor, importId));
  undoImport(actor, row);
  while (!undoNextBatch(actor, row).isDone);
}
