import type { SkipReason, Verdict } from "./model";

/** In the order of the review. */
export const verdicts = ["new", "changed", "unchanged", "skipped", "wrong"] as const satisfies readonly Verdict[];

/** Whose a difference is: `source` will be written, `person` is shown and left alone, `agreed` closes a correction. */
export interface FieldChange {
  /** A field of `source-fields.model`, `externalId` for a new link, `removedBySource` for the deletion list. */
  field: string;
  old: string | null;
  new: string | null;
  owner: "source" | "person" | "agreed";
  /** What the source gave last; undefined when it never gave this field. Needed to undo. */
  last?: string | null;
}

export const proposalBases = ["siret", "email_phone", "email", "phone", "contact"] as const;
export type ProposalBasis = (typeof proposalBases)[number];

/** What the import proposes for a new listing: the same establishment as a known one, or another one of the same operator. */
export interface Proposal {
  kind: "same" | "operator";
  basis: ProposalBasis;
  /** A provider already known, or the position of an earlier record of the file. */
  providerId: string | null;
  establishmentId: string | null;
  leader: number | null;
  /** Name of what it would join. */
  name: string;
  isAccepted: boolean;
}

/** Why a record is skipped or wrong; keys of the `imports` texts. */
export type PlanReason = SkipReason | "duplicate" | "deleted_here" | "removed_by_source" | "name_too_long";

export interface RecordPlan {
  verdict: Verdict;
  reason: PlanReason | null;
  establishmentId: string | null;
  fields: FieldChange[];
  proposal: Proposal | null;
}

/** What `import_records.changes` keeps beside the verdict. */
export interface StoredPlan {
  fields: FieldChange[];
  proposal: Proposal | null;
  applied: Applied | null;
}

/** What applying a record did, for its undo. */
export interface Applied {
  providerId: string;
  isNewProvider: boolean;
  isNewEstablishment: boolean;
}

const wrongReasons: readonly string[] = ["no_name", "no_id", "malformed"];

/** A reader's reason as a verdict: what cannot be stored is wrong, what is not a provider is skipped. */
export function verdictOfSkip(reason: SkipReason): "skipped" | "wrong" {
  return wrongReasons.includes(reason) ? "wrong" : "skipped";
}

/** Nothing to write in it: the record is unchanged, even where a person's value differs and stays. */
export function verdictOfFields(fields: readonly FieldChange[]): "changed" | "unchanged" {
  const isNews = (change: FieldChange) =>
    change.owner === "source" || (change.owner === "person" && change.last !== undefined && change.last !== change.new);
  return fields.some(isNews) ? "changed" : "unchanged";
}
