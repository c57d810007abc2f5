/** A text as lines of so many characters, cut between words; what does not fit ends in « … ». */
export function wrapWords(text: string, length: number, most: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(/\s+/).filter(Boolean)) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= length) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word.slice(0, length));
  }
  if (lines.length <= most) return lines;
  const cut = lines.slice(0, most);
  return [...cut.slice(0, -1), `${(cut.at(-1) ?? "").slice(0, length - 2)} …`];
}
