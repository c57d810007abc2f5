import { and, eq, inArray } from "drizzle-orm";
import { db } from "~/db/client.server";
import { establishmentIdentities, establishments } from "~/db/schema/providers.server";
import { importSources } from "~/lib/vocabulary";
import type { ImportRecord } from "./model";

export interface Match {
  establishmentId: string;
  /** Matched by this source's own id, not by another source's. */
  isSameSource: boolean;
  isDeleted: boolean;
}

/** The establishment that a record is about: by its source's ids, then by the same identifier under another source. */
export function findMatch(ownerId: string, record: ImportRecord): Match | undefined {
  const ids = [record.externalId, ...record.otherIds];
  const rows = db()
    .select({
      source: establishmentIdentities.source,
      externalId: establishmentIdentities.externalId,
      establishmentId: establishmentIdentities.establishmentId,
      deletedAt: establishments.deletedAt,
    })
    .from(establishmentIdentities)
    .innerJoin(establishments, eq(establishments.id, establishmentIdentities.establishmentId))
    .where(
      and(
        eq(establishmentIdentities.ownerId, ownerId),
        inArray(establishmentIdentities.source, [...importSources]),
        inArray(establishmentIdentities.externalId, ids),
      ),
    )
    .all();
  const own = rows.filter((row) => row.source === record.source);
  const found =
    own.find((row) => row.externalId === record.externalId) ??
    own[0] ??
    rows.find((row) => isTelling(row.externalId) && row.source !== "spreadsheet" && record.source !== "spreadsheet") ??
    rows.find((row) => isSystemId(row.externalId));
  if (!found) return undefined;
  return {
    establishmentId: found.establishmentId,
    isSameSource: found.source === record.source,
    isDeleted: found.deletedAt !== null,
  };
}

/** Long enough not to be a row number that two systems share by chance. */
const isTelling = (id: string) => id.length >= 5;
/** An identifier of an information system, also in a spreadsheet: letters and digits, or an address. */
const isSystemId = (id: string) => id.length >= 8 && /\d/.test(id) && /[a-z]/i.test(id);
