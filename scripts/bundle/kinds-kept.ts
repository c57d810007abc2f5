import { readFileSync } from "node:fs";
import type { Plugin } from "esbuild";
import { applied, type Change } from "./change";

/** Drizzle asks at each piece of each query what it is, walking up its classes: the answer is kept by class (docs/decisions/speed-03-kinds-kept.md). */
export const kindsKept: Change[] = [
  {
    file: /drizzle-orm\/entity\.js$/,
    from: "function is(value, type) {\n",
    to: `const kindsOf = new WeakMap();
function is(value, type) {
  if (!value || typeof value !== "object" || !Object.prototype.hasOwnProperty.call(type, entityKind)) return isAnew(value, type);
  const cls = Object.getPrototypeOf(value)?.constructor;
  if (typeof cls !== "function") return isAnew(value, type);
  let kinds = kindsOf.get(cls);
  if (!kinds) kindsOf.set(cls, (kinds = new Map()));
  const kept = kinds.get(type);
  if (kept !== undefined) return kept;
  const found = isAnew(value, type);
  kinds.set(type, found);
  return found;
}
function isAnew(value, type) {
`,
  },
];

/** The same for the command-line tools. */
export const kindsKeptInTools: Plugin = {
  name: "kinds-kept",
  setup(build) {
    for (const change of kindsKept)
      build.onLoad({ filter: change.file }, ({ path }) => ({
        contents: applied(change, { text: readFileSync(path, "utf8"), id: path }),
        loader: "js",
      }));
  },
};
