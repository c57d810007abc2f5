/** Lower case without accents or typographic marks, single spaces: « Hôtel de l’Œil » → `hotel de l'oeil`. */
export function fold(text: string): string {
  return text
    .normalize("NFD")
    .replace(/\p{Mn}/gu, "")
    .toLowerCase()
    .replaceAll("œ", "oe")
    .replaceAll("æ", "ae")
    .replaceAll("’", "'")
    .replace(/[\s\u00a0\u202f-]+/gu, " ")
    .trim();
}

/** `%`, `_` and `\` made literal, for `LIKE … ESCAPE '\'`. */
export function escapeLike(text: string): string {
  return text.replace(/[\\%_]/g, (character) => `\\${character}`);
}
