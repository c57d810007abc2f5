import { existsSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { establishmentKinds } from "~/lib/vocabulary";
import { parseTemplate } from "./template.model";
import { getTemplate, listTemplates } from "./templates.server";

const head =
  "---\ntitle: Un modèle\nsummary: De quoi essayer la lecture d’un modèle.\ntheme: legal\nreviewedOn: 2026-10-01\n---\n";
const step = (title: string) => `\n## ${title}\nwhy: Pour que cela serve.\nminutes: 20\n`;

describe("the shipped templates", () => {
  it("are twelve at least, at least one for every kind, and every sheet that they name ships too", () => {
    const templates = listTemplates();
    expect(templates.length).toBeGreaterThanOrEqual(12);
    for (const kind of establishmentKinds)
      expect([kind, templates.some((one) => one.forKinds.includes(kind) || one.forKinds.length === 0)]).toEqual([kind, true]);
    const sheets = templates.flatMap((one) => one.steps.flatMap((each) => each.sheet ?? []));
    expect(sheets.filter((sheet) => !existsSync(`content/sheets/${sheet}.fr.md`))).toEqual([]);
  });

  it("come with those of the provider's own kind first", () => {
    expect(listTemplates("restaurant")[0]?.forKinds).toContain("restaurant");
    expect(() => getTemplate("nothing")).toThrow();
  });
});

describe("reading a template", () => {
  it("takes fields, numbered gestures and the rest apart", () => {
    const text = `${head}${step("Première étape")}\n1. Un geste\n2. Un autre\n\nComment faire.\n${step("Deuxième")}${step("Troisième")}`;
    const [first] = parseTemplate("essai.fr.md", text).steps;
    expect(first).toMatchObject({ title: "Première étape", minutes: 20, doneBy: "provider", how: "Comment faire." });
    expect(first?.steps).toEqual(["Un geste", "Un autre"]);
  });

  it.each([
    ["too few steps", `${head}${step("Seule étape")}`],
    ["a step without its why", `${head}\n## Une étape\nminutes: 20\n${step("Deuxième")}${step("Troisième")}`],
    ["a theme that is none", head.replace("legal", "cuisine") + step("Un un un") + step("Deuxième") + step("Troisième")],
    ["no front matter", step("Première")],
  ])("refuses %s", (_label, text) => {
    expect(() => parseTemplate("essai.fr.md", text)).toThrow(/essai\.fr\.md/);
  });
});
