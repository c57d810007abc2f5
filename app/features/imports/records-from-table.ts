import { createHash } from "node:crypto";
import { fold } from "~/lib/fold";
import { cleanText } from "~/lib/json-values";
import type { EstablishmentKind } from "~/lib/vocabulary";
import type { ImportRecord } from "./model";
import type { Sorted } from "./readers/datatourisme-kinds";
import { blankRecord, finished } from "./readers/draft";
import { capacityOf, dayOf, inseeOf, pointOf, postcodeOf, siretOf, streetOf } from "./readers/fields";
import { kindOfWords } from "./readers/kind-words";
import { labelOf, labelsOf } from "./readers/labels";
import { sortWays, type Way } from "./readers/ways";
import { dayOfSerial } from "./serial-day.model";
import type { ColumnMapping, TableField } from "./table";

export interface TableOptions {
  /** The kind of rows whose type says nothing; without it they are left out as of an unknown type. */
  defaultKind?: EstablishmentKind | undefined;
  /** Days as bare numbers are counted from 1904. */
  isFrom1904?: boolean;
}

/** Makes a record of a row's cells. Its id is that of the mapped column, else a stable hash of the name and postcode. */
export function recordReader(columns: readonly string[], mapping: ColumnMapping, options: TableOptions = {}) {
  const places = new Map(columns.map((title, place) => [title, place]));
  return (cells: readonly string[]): ImportRecord =>
    recordOf((field) => cellOf(cells, places.get(mapping[field] ?? "")), options);
}

type Read = (field: TableField) => string | null;

export function cellOf(row: readonly string[], place: number | undefined): string | null {
  const cell = place === undefined ? "" : cleanText(row[place] ?? "");
  return cell === "" || /^(?:-+|n\/?[cad]|null|néant|#n\/a)$/i.test(cell) ? null : cell;
}

function recordOf(read: Read, options: TableOptions): ImportRecord {
  const name = read("name") ?? "";
  const place = placeOf(read);
  const sorted = sortedOf(read, name, options);
  return finished(
    {
      ...blankRecord("spreadsheet"),
      externalId: read("externalId") ?? hashOf(name, place),
      name,
      kind: sorted.kind,
      ...place,
      ...sortWays(waysOf(read)),
      labels: labelsOf([read("rating"), ...(read("label") ?? "").split(/[;|,#]/)].map((one) => labelOf(one))),
      contactName: [read("contactFirstName"), read("contactName")].filter((part) => part !== null).join(" ") || null,
      siret: siretOf(read("siret")),
      capacity: capacityOf(read("capacity")),
      ownerName: read("ownerName"),
      updatedOn: dayOf(read("updatedOn")) ?? dayOfSerial(read("updatedOn") ?? "", options.isFrom1904),
    },
    sorted.reason,
  );
}

/** « 37000 Tours » in the commune's column gives both. */
function placeOf(read: Read) {
  const commune = read("commune");
  return {
    street: streetOf([read("street"), read("street2")]),
    postcode: postcodeOf(read("postcode")) ?? postcodeOf(/\b\d{5}\b/.exec(commune ?? "")?.[0] ?? null),
    communeName: commune?.replace(/^\d{5}\s+|\s+\d{5}$/, "") ?? null,
    inseeCode: inseeOf(read("inseeCode")),
    ...pointOf(read("latitude"), read("longitude")),
  };
}

/** The type's words, else the name's, else the kind chosen for the file. */
function sortedOf(read: Read, name: string, { defaultKind }: TableOptions): Sorted {
  const told = kindOfWords(read("type"));
  if (told) return told;
  if (defaultKind) return { kind: defaultKind, reason: null };
  const guessed = kindOfWords(name);
  return guessed?.kind ? guessed : { kind: null, reason: "unknown_type" };
}

function waysOf(read: Read): Way[] {
  const kinds = {
    phone: "phone",
    phone2: "phone",
    email: "email",
    website: "site",
    bookingUrl: "booking",
    facebook: "facebook",
    instagram: "instagram",
  } as const;
  return (["phone", "phone2", "email", "website", "bookingUrl", "facebook", "instagram"] as const).flatMap((field) => {
    const said = read(field);
    return said === null ? [] : [{ kind: kinds[field], said }];
  });
}

/** The same business, the same id from one sheet to the next; none without a name. */
function hashOf(name: string, place: { postcode: string | null; communeName: string | null }): string {
  if (name === "") return "";
  return createHash("sha256")
    .update(`${fold(name)}|${fold(place.postcode ?? place.communeName ?? "")}`)
    .digest("hex")
    .slice(0, 24);
}
