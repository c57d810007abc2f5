import type { Actor } from "~/access/actor";
import { findCommune } from "~/features/organisations/communes.queries.server";
import { type Locale, textsOf, translator } from "~/i18n/translate";
import { formatPhone } from "~/lib/phone";
import { establishmentKinds } from "~/lib/vocabulary";
import { paths } from "~/paths";
import { listSourceCorrections } from "./corrections.queries.server";
import { decodeLabel, decodeList, isListField } from "./source-fields.model";

/** « À reporter dans le SIT » of one office, every text made. */
export function describeCorrections(actor: Actor, ownerId: string) {
  return listSourceCorrections(actor, ownerId).rows.map((row) => ({
    id: row.id,
    establishment: row.establishment,
    to: paths.providerDetails(row.providerId),
    ...tellCorrection(actor.locale, row),
    assigneeId: row.assigneeId ?? "",
  }));
}

/** Which field differs, what the system says and what it should. */
export function tellCorrection(locale: Locale, row: { field: string; oldValue: string | null; newValue: string | null }) {
  return {
    field: fieldName(locale, row.field),
    old: tellValue(locale, row.field, row.oldValue),
    new: tellValue(locale, row.field, row.newValue),
  };
}

/** « Téléphones », « facebook ». */
function fieldName(locale: Locale, field: string): string {
  const { fields } = textsOf(locale, "records").records.corrections;
  return Object.entries(fields).find(([name]) => name === field)?.[1] ?? field.replace(/^\w+\./, "");
}

/** A kept value as people write it; the empty text for none. */
function tellValue(locale: Locale, field: string, value: string | null): string {
  if (value === null) return "";
  if (isListField(field))
    return decodeList(value)
      .map((one) => tellPart(field, one))
      .join(", ");
  if (field === "inseeCode") return findCommune({ inseeCode: value })?.name ?? value;
  const kind = field === "kind" ? establishmentKinds.find((one) => one === value) : undefined;
  return kind ? translator(locale)(`kinds:${kind}`) : value;
}

function tellPart(field: string, value: string): string {
  if (field === "phones") return formatPhone(value);
  const { label, rating } = decodeLabel(value);
  return field === "labels" && rating ? `${label}, ${rating}` : value;
}
