import { readFileSync } from "node:fs";
import { z } from "zod";

const known = z.object({ scripts: z.object({ start: z.string() }) });

/** How `npm start` starts the product: its settings, then the words that follow `node`, of which some are V8's. */
export function startWords(): { environment: Record<string, string>; words: string[]; flags: string[] } {
  const said = known.parse(JSON.parse(readFileSync("package.json", "utf8"))).scripts.start.split(" ");
  const node = said.indexOf("node");
  const environment = Object.fromEntries(
    said.slice(0, node).map((setting) => {
      const [name = "", value = ""] = setting.split("=");
      return [name, value];
    }),
  );
  const words = said.slice(node + 1);
  return { environment, words, flags: words.filter((word) => word.startsWith("--")) };
}
