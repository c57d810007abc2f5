import { describe, expect, it } from "vitest";
import { compareTexts } from "./text-difference";

const told = (before: string, after: string) =>
  compareTexts(before, after)
    .map(({ kind, text }) => ({ same: text, removed: `[-${text}-]`, added: `[+${text}+]` })[kind])
    .join("");

describe("two texts", () => {
  it.each([
    ["le même", "le même", "le même"],
    ["", "neuf", "[+neuf+]"],
    ["vieux", "", "[-vieux-]"],
    ["un bon texte", "un texte", "un [-bon -]texte"],
    ["un\ndeux\ntrois\n", "un\ndeux et demi\ntrois\n", "un\ndeux[+ et demi+]\ntrois\n"],
    ["a\nb\nc", "a\nc", "a\n[-b\n-]c"],
    ["deux mots", "trois mots", "[-deux-][+trois+] mots"],
  ])("« %s » → « %s »", (before, after, expected) => {
    expect(told(before, after)).toBe(expected);
  });

  it("give back both sides, whatever they are, and long ones in good time", () => {
    const before = Array.from({ length: 6000 }, (_, line) => `ligne ${line}\n`).join("");
    const after = Array.from({ length: 6000 }, (_, line) => `rang ${line * 2}\n`).join("");
    const start = performance.now();
    const changes = compareTexts(before, after);
    const side = (gone: string) => changes.filter(({ kind }) => kind !== gone).map(({ text }) => text);
    expect(side("added").join("")).toBe(before);
    expect(side("removed").join("")).toBe(after);
    expect(performance.now() - start).toBeLessThan(2000);
  });
});
