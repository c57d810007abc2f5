interface Line {
  path: string;
  isAllowed: boolean;
}

/**
 * Whether a site lets a robot of this name read a path (RFC 9309): the groups that name it, else those of `*`; the
 * longest line that matches, and `allow` of two as long.
 */
export function mayRead(robots: string, agent: string, path: string): boolean {
  const groups = readGroups(robots);
  const name = agent.toLowerCase();
  const lines = groups.get(name) ?? groups.get("*") ?? [];
  const matching = lines.filter((line) => matches(line.path, path));
  const [best] = matching.sort((a, b) => b.path.length - a.path.length || Number(b.isAllowed) - Number(a.isAllowed));
  return best?.isAllowed ?? true;
}

interface Reading {
  groups: Map<string, Line[]>;
  /** The groups that the next line is said to. */
  current: Line[][];
  isNaming: boolean;
}

function readGroups(robots: string): Map<string, Line[]> {
  const reading: Reading = { groups: new Map(), current: [], isNaming: false };
  for (const [, field = "", value = ""] of robots.matchAll(/^[ \t]*([a-z-]+)[ \t]*:[ \t]*([^#\r\n]*)/gim)) {
    const name = field.toLowerCase();
    if (name === "user-agent") openGroup(reading, value.trim().toLowerCase());
    else if (name === "allow" || name === "disallow") addLine(reading, { path: value.trim(), isAllowed: name === "allow" });
  }
  return reading.groups;
}

/** Names one after the other share the lines that follow. */
function openGroup(reading: Reading, name: string): void {
  if (!reading.isNaming) reading.current = [];
  reading.isNaming = true;
  const lines = reading.groups.get(name) ?? [];
  reading.groups.set(name, lines);
  reading.current.push(lines);
}

function addLine(reading: Reading, line: Line): void {
  reading.isNaming = false;
  if (line.path !== "") for (const lines of reading.current) lines.push(line);
}

/** `*` stands for anything, `$` for the end. */
function matches(pattern: string, path: string): boolean {
  const isWhole = pattern.endsWith("$");
  const parts = (isWhole ? pattern.slice(0, -1) : pattern).split("*");
  let at = 0;
  for (const [place, part] of parts.entries()) {
    const found = place === 0 ? (path.startsWith(part) ? 0 : -1) : path.indexOf(part, at);
    if (found < 0) return false;
    at = found + part.length;
  }
  return !isWhole || at === path.length || parts.at(-1) === "";
}
