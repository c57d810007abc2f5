import type { Theme } from "~/features/themes/model";
import type { otherWorkKinds } from "~/lib/vocabulary";

/** What may prove a criterion. */
export const evidenceKinds = ["sessions", "workshops", "sheets", "documents", "opinions", "actions", "hours", "reports"] as const;
export type EvidenceKind = (typeof evidenceKinds)[number];

interface Reference {
  /** The day from which it holds, and the day of our description of it. */
  since: string;
  describedOn: string;
  source: string;
}

/**
 * The texts that ask for proofs of the work with partners. Their criteria are told in our words, with neither
 * number nor quotation: the text itself decides.
 */
export const evidenceReferences = {
  /** Arrêté du 16 avril 2019 fixant les critères de classement des offices de tourisme. */
  classification: {
    since: "2019-07-01",
    describedOn: "2026-11-28",
    source:
      "https://banquedesterritoires.fr/simplifications-reglementaires-pour-le-classement-des-offices-et-des-stations-de-tourisme",
  },
  /** Arrêté du 18 avril 2024 relatif aux conditions d’attribution et de retrait du label (NOR ECOI2409782A). */
  excellence: {
    since: "2024-05-01",
    describedOn: "2026-11-28",
    source: "https://www.legifrance.gouv.fr/jorf/id/JORFTEXT000049446137",
  },
} as const satisfies Record<string, Reference>;
export type EvidenceReference = keyof typeof evidenceReferences;

export interface Criterion {
  reference: EvidenceReference;
  evidence: readonly EvidenceKind[];
  /** Sessions and workshops of these themes alone; all of them where there is none. */
  themes?: readonly Theme[];
  /** Other work of these kinds beside the sessions. */
  otherWork?: readonly (typeof otherWorkKinds)[number][];
}

/** The criteria that the work with partners helps to prove; their words are `evidence:criteria.<id>`. */
export const criteria = {
  partners: {
    reference: "classification",
    evidence: ["sessions", "workshops", "sheets", "documents", "reports"],
    otherWork: ["meeting"],
  },
  information: {
    reference: "classification",
    evidence: ["sessions", "documents"],
    themes: ["visibility"],
    otherWork: ["sit_update"],
  },
  quality: { reference: "classification", evidence: ["opinions", "actions", "reports"] },
  means: { reference: "classification", evidence: ["hours", "sessions"], themes: [], otherWork: ["training", "watch"] },
  support: { reference: "excellence", evidence: ["sessions", "workshops", "sheets", "documents"] },
  opinion: { reference: "excellence", evidence: ["opinions"] },
  progress: { reference: "excellence", evidence: ["actions", "reports"] },
  sober: { reference: "excellence", evidence: ["sessions", "workshops", "sheets", "documents"], themes: ["sustainable"] },
} as const satisfies Record<string, Criterion>;
export type CriterionCode = keyof typeof criteria;
export const isCriterion = (code: string): code is CriterionCode => Object.hasOwn(criteria, code);
export const criterionCodes: readonly CriterionCode[] = Object.keys(criteria).filter(isCriterion);
/** A criterion with the optional parts that its own constant may lack. */
export const criterionOf = (code: CriterionCode): Criterion => criteria[code];

/** « Odile Fontanel » as « O. F. ». */
export const initialsOf = (name: string): string =>
  name
    .split(/[\s-]+/)
    .filter(Boolean)
    .map((part) => `${part.charAt(0).toUpperCase()}.`)
    .join(" ");
