import { fold } from "~/lib/fold";
import { cleanText } from "~/lib/json-values";

export interface Label {
  label: string;
  rating: string | null;
}

/** « 3 étoiles », « 2 épis / Confort », « 4 clés »: the words as they are, the number apart; null for what is no label. */
export function labelOf(raw: string | null, ratingValue: number | null = null): Label | null {
  const label = cleanText(raw ?? "");
  if (label === "" || label === "-" || isNoLabel(fold(label))) return null;
  const scale = /^(\d)\s*(?:etoile|epi|cle|clef|coquille|cheminee|cocotte|casserole|diamant|papillon|fleur|cep)/.exec(
    fold(label),
  );
  return { label, rating: scale?.[1] ?? ratingText(ratingValue) };
}

/** Several labels, each once, without what is none. */
export function labelsOf(labels: readonly (Label | null)[]): Label[] {
  const kept = labels.filter((one) => one !== null);
  return [...new Map(kept.map((one) => [fold(one.label), one])).values()];
}

function ratingText(value: number | null): string | null {
  return value !== null && value > 0 ? String(value) : null;
}

/** Words that sit in the labels' place and say none, the health protocols of 2020 among them. */
function isNoLabel(folded: string): boolean {
  return (
    /covid|protocoles? sanitaires?/.test(folded) ||
    /^(?:non (?:classe|renseigne|labell?ise|concerne|communique)|sans (?:classement|label|etoile)|aucun|en (?:attente|cours)|en cours de class|neant|non|null|0 etoile)/.test(
      folded,
    )
  );
}
