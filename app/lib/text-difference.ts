export interface Change {
  kind: "same" | "added" | "removed";
  text: string;
}

/** More pairs than this are not compared one by one: the whole is told as replaced. */
const mostPairs = 4_000_000;

/** Two texts as what stayed, went and came, in reading order: by line, then by word within the lines that changed. */
export function compareTexts(before: string, after: string): Change[] {
  const changes: Change[] = [];
  const byLine = compareParts(linesOf(before), linesOf(after));
  for (let at = 0; at < byLine.length; at += 1) {
    const [one, next] = [byLine[at], byLine[at + 1]];
    if (one?.kind === "removed" && next?.kind === "added") {
      changes.push(...compareParts(wordsOf(one.text), wordsOf(next.text)));
      at += 1;
    } else if (one) changes.push(one);
  }
  return joined(changes);
}

const linesOf = (text: string) => text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
const wordsOf = (text: string) => text.match(/\s+|[^\s]+/g) ?? [];

/** The longest common parts kept, the rest removed then added; neighbours of a kind are one. */
function compareParts(before: readonly string[], after: readonly string[]): Change[] {
  let start = 0;
  while (start < before.length && start < after.length && before[start] === after[start]) start += 1;
  let end = 0;
  const most = Math.min(before.length, after.length) - start;
  while (end < most && before.at(-1 - end) === after.at(-1 - end)) end += 1;
  const [old, fresh] = [before.slice(start, before.length - end), after.slice(start, after.length - end)];
  const middle = old.length * fresh.length > mostPairs ? replaced(old, fresh) : walk(old, fresh);
  return joined([...before.slice(0, start).map(same), ...middle, ...before.slice(before.length - end).map(same)]);
}

const same = (text: string): Change => ({ kind: "same", text });
const replaced = (old: readonly string[], fresh: readonly string[]): Change[] => [
  { kind: "removed", text: old.join("") },
  { kind: "added", text: fresh.join("") },
];

/** By the table of the longest common lengths, read from its start. */
function walk(old: readonly string[], fresh: readonly string[]): Change[] {
  const longest = lengthsOf(old, fresh);
  const changes: Change[] = [];
  let [i, j] = [0, 0];
  while (i < old.length && j < fresh.length) {
    if (old[i] === fresh[j]) {
      changes.push(same(old[i] ?? ""));
      i += 1;
      j += 1;
    } else if (longest(i + 1, j) >= longest(i, j + 1)) {
      changes.push({ kind: "removed", text: old[i] ?? "" });
      i += 1;
    } else {
      changes.push({ kind: "added", text: fresh[j] ?? "" });
      j += 1;
    }
  }
  return [...changes, ...replaced(old.slice(i), fresh.slice(j))];
}

/** How many parts the two rests have in common, from each place of the one and of the other. */
function lengthsOf(old: readonly string[], fresh: readonly string[]): (i: number, j: number) => number {
  const wide = fresh.length + 1;
  const table = new Uint32Array((old.length + 1) * wide);
  const at = (i: number, j: number) => table[i * wide + j] ?? 0;
  for (let i = old.length - 1; i >= 0; i -= 1)
    for (let j = fresh.length - 1; j >= 0; j -= 1)
      table[i * wide + j] = old[i] === fresh[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
  return at;
}

/** Between two same parts, all that went stands before all that came. */
function joined(changes: readonly Change[]): Change[] {
  const parts: Change[] = [];
  const held = { removed: "", added: "", same: "" };
  const flush = () => {
    for (const kind of ["same", "removed", "added"] as const) {
      if (held[kind]) parts.push({ kind, text: held[kind] });
      held[kind] = "";
    }
  };
  for (const { kind, text } of changes) {
    if (kind === "same" && held.removed + held.added !== "") flush();
    held[kind] += text;
  }
  flush();
  return parts;
}
