import { decodeList, isListField } from "~/features/providers/source-fields.model";
import { type Catalogue, type Locale, translator } from "~/i18n/translate";
import { formatPhone } from "~/lib/phone";
import { type EstablishmentKind, establishmentKinds, type ImportContent, importSources } from "~/lib/vocabulary";
import type { RecordLine } from "./components/record-table";
import type { ImportRecord } from "./model";
import type { FieldChange, PlanReason, Proposal, StoredPlan } from "./plan.model";

interface ListedRecord {
  position: number;
  name: string;
  externalId: string;
  verdict: "new" | "changed" | "unchanged" | "skipped" | "wrong";
  reason: string | null;
  isChosen: boolean;
  record: ImportRecord;
  plan: StoredPlan;
}
/** What turns codes into words: the names of communes by INSEE code. */
type Communes = ReadonlyMap<string, string>;

/** One record of an import as its review says it, in the reader's language. */
export function recordLine(locale: Locale, row: ListedRecord, communes: Communes): RecordLine {
  const t = translator(locale);
  const { record, plan } = row;
  const kind = record.kind ? t(`kinds:${record.kind}`) : "";
  const place = [record.postcode, record.communeName].filter(Boolean).join(" ");
  const proposal = plan.proposal ? proposalText(locale, plan.proposal) : undefined;
  return {
    position: row.position,
    name: row.name || row.externalId || "–",
    context: [kind, place, row.externalId].filter(Boolean).join(" · "),
    isChosen: row.isChosen,
    isChoosable: row.verdict === "new" || row.verdict === "changed",
    changes: whatChanges(locale, row, communes),
    proposal: proposal && plan.proposal ? { text: proposal, isAccepted: plan.proposal.isAccepted } : undefined,
  };
}

function whatChanges(locale: Locale, row: ListedRecord, communes: Communes): string[] {
  const t = translator(locale);
  if (row.reason && isReason(row.reason)) return [t(`imports:reasons.${row.reason}`)];
  if (row.verdict === "new") return [t("imports:createsNew")];
  return row.plan.fields.map((change) => changeText(locale, change, communes));
}

function changeText(locale: Locale, change: FieldChange, communes: Communes): string {
  const t = translator(locale);
  if (change.field === "externalId") return t("imports:linked");
  if (change.field === "removedBySource") return t("imports:removed");
  const field = fieldName(locale, change.field);
  const text = (value: string | null) => valueText(locale, { field: change.field, value, communes });
  if (change.owner === "agreed") return t("imports:agreed", { field });
  if (change.owner === "person") return t("imports:kept", { field, old: text(change.old), new: text(change.new) });
  if (change.old === null) return t("imports:set", { field, new: text(change.new) });
  return t("imports:arrow", { field, old: text(change.old), new: text(change.new) });
}

/** The name of a source, as a reader's texts have it; empty before it is known. */
function sourceName(locale: Locale, source: string | null): string {
  const known = importSources.find((one) => one === source);
  return known ? translator(locale)(`imports:sources.${known}`) : "";
}

/** What an import's file is: its source, or what its table holds. */
export function fileKindName(locale: Locale, { source, content }: { source: string | null; content: ImportContent }): string {
  return content === "listings" ? sourceName(locale, source) : translator(locale)(`tableImport:rowsContext.${content}`);
}

/** « Site », « Facebook », « Booking ». */
export function fieldName(locale: Locale, field: string): string {
  const service = field.split(".")[1];
  if (service) return service.charAt(0).toUpperCase() + service.slice(1);
  return isField(field) ? translator(locale)(`imports:fields.${field}`) : field;
}

function valueText(
  locale: Locale,
  { field, value, communes }: { field: string; value: string | null; communes: Communes },
): string {
  if (value === null) return "–";
  if (field === "inseeCode") return communes.get(value) ?? value;
  if (field === "kind") return isKind(value) ? translator(locale)(`kinds:${value}`) : value;
  if (!isListField(field)) return value;
  const values = decodeList(value);
  return values.map((one) => (field === "phones" ? formatPhone(one) : (one.split("|")[0] ?? one))).join(", ");
}

function proposalText(locale: Locale, { kind, name, basis }: Proposal): string {
  const t = translator(locale);
  const values = { name, basis: t(`imports:bases.${basis}`) };
  return kind === "same" ? t("imports:sameAs", values) : t("imports:groupWith", values);
}

const reasonNames: Record<PlanReason, true> = {
  event: true,
  nature: true,
  tour: true,
  public_place: true,
  unknown_type: true,
  unpublished: true,
  no_name: true,
  no_id: true,
  malformed: true,
  duplicate: true,
  deleted_here: true,
  removed_by_source: true,
  name_too_long: true,
};
const isReason = (reason: string): reason is PlanReason => reason in reasonNames;

type FieldName = keyof Catalogue["imports"]["fields"];
const fieldNames: readonly FieldName[] = [
  ...(["name", "kind", "street", "postcode", "inseeCode", "communeName", "latitude", "longitude"] as const),
  ...(["capacity", "website", "bookingUrl", "siret", "phones", "emails", "labels", "contactName"] as const),
];
const isField = (field: string): field is FieldName => fieldNames.some((one) => one === field);
const isKind = (value: string): value is EstablishmentKind => establishmentKinds.some((one) => one === value);
