import { readFileSync } from "node:fs";
import { expect, it } from "vitest";

/** Colours of both palettes as the style sheet names them: the first block, and the one that darkness puts over it. */
function palettes() {
  const [light = "", dark = ""] = readFileSync("app/ui/styles.css", "utf8").match(/:root \{[^}]*--paper[^}]*\}/g) ?? [];
  const named = (block: string) =>
    [...block.matchAll(/--([a-z]+): (#[0-9a-f]{6});/g)].map(([, name = "", colour = ""]) => [name, colour] as const);
  return { light: new Map(named(light)), dark: new Map([...named(light), ...named(dark)]) };
}

/** What the calendar's sheet mixes for each kind: the colour and its share. */
const tints = [
  ...readFileSync("app/features/agenda/components/agenda-grid.css", "utf8").matchAll(
    /--agenda-(\w+): color-mix\(in srgb, var\(--(\w+)\) (\d+)%, var\(--surface\)\)/g,
  ),
].map(([, kind = "", colour = "", share = ""]) => ({ kind, colour, share: Number(share) / 100 }));

const channels = (hex: string): number[] => [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16));

/** Relative luminance (WCAG 2.2). */
function luminance(rgb: readonly number[]): number {
  const [red = 0, green = 0, blue = 0] = rgb.map((one) => {
    const part = one / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(a: readonly number[], b: readonly number[]): number {
  const [dark = 0, light = 0] = [luminance(a), luminance(b)].toSorted((x, y) => x - y);
  return (light + 0.05) / (dark + 0.05);
}

it.each(Object.entries(palettes()))("the agenda's boxes keep their words and edges in sight, %s", (_palette, named) => {
  const of = (name: string) => channels(named.get(name) ?? "");
  expect(tints.map((one) => one.kind).sort()).toEqual(["absence", "appointment", "preparation", "session", "workshop"]);
  for (const { kind, colour, share } of tints) {
    const ground = of("surface").map((one, at) => one * (1 - share) + (of(colour)[at] ?? 0) * share);
    for (const text of ["ink", "muted"]) expect([kind, text, contrast(of(text), ground) >= 4.5]).toEqual([kind, text, true]);
    expect([kind, "edge", contrast(of(colour), of("surface")) >= 3]).toEqual([kind, "edge", true]);
  }
});
