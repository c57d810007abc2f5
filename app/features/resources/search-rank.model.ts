import type { Alternative, Thought } from "./search-query.model";

/** A resource's fields as the index keeps them: stems with a space between, before and after. */
export interface IndexedText {
  title: string;
  keywords: string;
  summary: string;
  body: string;
  file: string;
}

/** How much of a thought each field says, when it says it. */
const weights = { title: 0.72, keywords: 0.55, summary: 0.42, body: 0.34, file: 0.2 } as const;

/**
 * How well a text answers, 0 to about 1.3: each thought by the rarest way it is said, weighed by how rare it is
 * (`rarity`, one a thought), less when thoughts are missing, more when the title says little else.
 */
export function scoreOf(text: IndexedText, thoughts: readonly Thought[], rarity: readonly number[]): number {
  let [sum, said, all] = [0, 0, 0];
  for (const [number, thought] of thoughts.entries()) {
    const weight = (rarity[number] ?? 1) * thought.part;
    const best = Math.max(0, ...thought.alternatives.map((one) => one.sureness * strengthIn(text, one)));
    sum += weight * best;
    said += best > 0 ? weight : 0;
    all += weight;
  }
  if (all === 0 || sum === 0) return 0;
  return (sum / all) * (0.4 + 0.6 * (said / all)) + 0.15 * titleShare(text.title, thoughts) + 0.1 * neighbours(text, thoughts);
}

/** A thought that no text names in its title or other words is talk around the subject: this much of its weight is left. */
const talkShare = 0.5;

/** The rarity of each thought, less where it is nobody's subject among these texts. */
export function weighSubjects(texts: readonly IndexedText[], thoughts: readonly Thought[], rarity: readonly number[]): number[] {
  return thoughts.map((thought, number) => {
    const sure = thought.alternatives.filter(isSure);
    const isSubject = texts.some(({ title, keywords }) =>
      sure.some((one) => presence(title, one) === 1 || presence(keywords, one) === 1),
    );
    return (rarity[number] ?? 1) * (isSubject ? 1 : talkShare);
  });
}

/** The fields that say it make each other surer (1 minus the product of what each leaves open). */
function strengthIn(text: IndexedText, alternative: Alternative): number {
  let open = 1;
  for (const field of ["title", "keywords", "summary"] as const) {
    open *= 1 - weights[field] * presence(text[field], alternative);
  }
  const times = occurrences(text.body, alternative);
  open *= 1 - weights.body * (times / (times + 1.5));
  open *= 1 - weights.file * presence(text.file, alternative);
  return 1 - open;
}

/** 1 when the field says the expression, half when it holds its words apart. */
function presence(field: string, alternative: Alternative): number {
  if (occurrences(field, alternative) > 0) return 1;
  const { term } = alternative;
  return term.length > 1 && term.every((one) => field.includes(` ${one} `)) ? 0.5 : 0;
}

function occurrences(field: string, { term, isPrefix }: Alternative): number {
  const sought = isPrefix ? ` ${term.join(" ")}` : ` ${term.join(" ")} `;
  let times = 0;
  for (let at = field.indexOf(sought); at >= 0 && times < 12; at = field.indexOf(sought, at + sought.length - 1)) times += 1;
  return times;
}

/** The part of the title's words that the query asks for. */
function titleShare(title: string, thoughts: readonly Thought[]): number {
  const words = title.trim().split(" ");
  const asked = new Set(thoughts.flatMap((thought) => thought.alternatives.filter(isSure).flatMap((one) => one.term)));
  return words.filter((word) => asked.has(word)).length / Math.max(words.length, 3);
}

const isSure = (alternative: Alternative) => alternative.sureness >= 0.75;

/** 1 when two thoughts stand side by side in the title, the summary or the keywords, as they were typed. */
function neighbours(text: IndexedText, thoughts: readonly Thought[]): number {
  const shown = `${text.title}|${text.keywords}|${text.summary}`;
  const stems = thoughts.filter((one) => one.part === 1).map((one) => one.alternatives[0]?.term.join(" ") ?? "");
  return stems.some((one, at) => at > 0 && shown.includes(` ${stems[at - 1]} ${one} `)) ? 1 : 0;
}
