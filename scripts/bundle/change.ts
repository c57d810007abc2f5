/** Where a package is changed as it is bundled: what stands there, and what takes its place. */
export interface Change {
  file: RegExp;
  from: string;
  to: string;
}

/** The file's text with the change made; throws an Error when the package no longer has the lines that it was written for. */
export function applied({ from, to }: Change, { text, id }: { text: string; id: string }): string {
  if (!text.includes(from)) throw new Error(`${id} has changed: look at scripts/bundle again`);
  return text.replace(from, () => to);
}
