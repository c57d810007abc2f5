import type { Plugin } from "vite";
import { applied, type Change } from "./change";
import { kindsKept } from "./kinds-kept";
import { requestsKept } from "./requests-kept";
import { routesMatchedOnce } from "./routes-matched-once";
import { routesReadLate, withoutOtherFetch } from "./routes-on-demand";
import { textsKept } from "./texts-kept";

const changes = [...requestsKept, ...routesMatchedOnce, ...routesReadLate, ...withoutOtherFetch, ...kindsKept, ...textsKept];

/**
 * The server does the same work several times a request for a tree of routes and for classes that never change, and reads every
 * route as it starts: as it is bundled, that work is kept and the routes are read late. A build with another version of these
 * packages, where the lines differ, stops here.
 */
export function workKept(): Plugin {
  const done = new Set<Change>();
  return {
    name: "work-kept",
    apply: "build",
    transform(code, id) {
      // What the bundler writes about a file itself is no file.
      if (id.startsWith("\0")) return undefined;
      const mine = changes.filter(({ file }) => file.test(id.split("?")[0] ?? ""));
      if (mine.length === 0) return undefined;
      for (const change of mine) done.add(change);
      return mine.reduce((text, change) => applied(change, { text, id }), code);
    },
    buildEnd() {
      if (done.size !== changes.length) this.error("A package was not found where scripts/bundle changes it");
    },
  };
}
