// Draws app/ui/icons.svg, the one file of icons, from Lucide's (ISC), for the names of app/ui/icon-names.ts: `npm run icons`.
import { writeFileSync } from "node:fs";
import { iconNames } from "../app/ui/icon-names";

type Node = [tag: string, attributes: Record<string, string>];

const symbols = await Promise.all(
  iconNames.map(async (name) => {
    const { __iconData } = await import(`lucide-react/dist/esm/icons/${name}.mjs`);
    const nodes: Node[] = __iconData.node;
    const shapes = nodes.map(([tag, { key: _, ...rest }]) => {
      const attributes = Object.entries(rest).map(([word, value]) => `${word}="${value}"`);
      return `<${tag} ${attributes.join(" ")}/>`;
    });
    return `<symbol id="${name}" viewBox="0 0 24 24">${shapes.join("")}</symbol>`;
  }),
);
writeFileSync("app/ui/icons.svg", `<svg xmlns="http://www.w3.org/2000/svg">\n${symbols.join("\n")}\n</svg>\n`);
