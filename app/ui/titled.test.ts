import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { titled } from "./titled";

test("every page names its window from its data, in the reader's language, not in words of its own", () => {
  expect(titled("Plans")).toEqual([{ title: "Plans · Balise" }]);
  const fixed = readdirSync("app/routes", { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith("route.tsx"))
    .filter((name) =>
      /\btitle: ["'`](?!\$)/.test(/export const meta[^;]*;/.exec(readFileSync(`app/routes/${name}`, "utf8"))?.[0] ?? ""),
    );
  expect(fixed).toEqual([]);
});
