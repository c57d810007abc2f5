import type { Actor } from "~/access/actor";
import { criterionCodes, criterionOf, type EvidenceReference, evidenceReferences } from "./evidence.model";
import { countProofs, readProofs } from "./evidence.server";
import type { PeriodQuery } from "./period.form";
import { describePeriodForm, queryOf, resolveAsked } from "./period.server";
import { wordsFor } from "./words.server";

const references = ["classification", "excellence"] as const satisfies readonly EvidenceReference[];

/** The criteria by text, each with the proofs that the office has over the period. */
export function describeEvidence(actor: Actor, query: PeriodQuery) {
  const asked = resolveAsked(actor, query, "report.evidence");
  const { t, day } = wordsFor(actor.locale);
  return {
    form: describePeriodForm(actor, asked, query),
    query: queryOf(asked),
    references: references.map((reference) => {
      const { since, describedOn, source } = evidenceReferences[reference];
      return {
        code: reference,
        name: t(`evidence:references.${reference}.name`),
        text: t("evidence:dated", {
          text: t(`evidence:references.${reference}.text`),
          since: day(since),
          described: day(describedOn),
        }),
        source,
        criteria: criterionCodes
          .filter((code) => criterionOf(code).reference === reference)
          .map((code) => ({
            code,
            title: t(`evidence:criteria.${code}.title`),
            text: t(`evidence:criteria.${code}.text`),
            proofs: countProofs(readProofs(actor, asked, code), actor.locale).join(" · "),
          })),
      };
    }),
  };
}
