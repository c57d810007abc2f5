import { readFileSync } from "node:fs";
import type { Plugin as ToolPlugin } from "esbuild";
import type { Plugin } from "vite";

/** Where a package is changed as it is bundled: what stands there, and what takes its place. */
interface Change {
  file: RegExp;
  from: string;
  to: string;
}

const routesMatchedOnce: Change[] = [
  {
    file: /@remix-run\/router\/dist\/router\.js$/,
    from: "  let branches = flattenRoutes(routes);\n  rankRouteBranches(branches);\n",
    to: "  let branches = branchesFor(routes, pathname);\n",
  },
  {
    file: /@remix-run\/router\/dist\/router\.js$/,
    from: "function compilePath(path, caseSensitive, end) {\n",
    to: `const branchesOf = new WeakMap();
function keptBranches(routes) {
  let branches = branchesOf.get(routes);
  if (!branches) {
    branches = flattenRoutes(routes);
    rankRouteBranches(branches);
    branchesOf.set(routes, branches);
  }
  return branches;
}
const segmentsOf = new WeakMap();
function branchesFor(routes, pathname) {
  const branches = keptBranches(routes);
  let bySegment = segmentsOf.get(branches);
  if (!bySegment) segmentsOf.set(branches, (bySegment = new Map()));
  const [, segment] = /^\\/([\\w-]+)(?:\\/|$)/.exec(pathname) || [];
  if (segment === undefined) return branches;
  const first = segment.toLowerCase();
  let kept = bySegment.get(first);
  if (!kept) {
    kept = branches.filter(({ path }) => {
      const own = path.split("/")[1] || "";
      return !/^[\\w-]+$/.test(own) || own.toLowerCase() === first;
    });
    if (bySegment.size < 500) bySegment.set(first, kept);
  }
  return kept;
}
const compiledPaths = new Map();
function compilePath(path, caseSensitive, end) {
  const key = path + " " + caseSensitive + " " + end;
  const kept = compiledPaths.get(key);
  if (kept) return kept;
  const compiled = compilePathAnew(path, caseSensitive, end);
  if (compiledPaths.size < 5000) compiledPaths.set(key, compiled);
  return compiled;
}
function compilePathAnew(path, caseSensitive, end) {
`,
  },
  {
    file: /@remix-run\/react\/dist\/esm\/server\.js$/,
    from: "  let routes = createServerRoutes(manifest.routes, routeModules, context.future, context.isSpaMode);\n",
    to: "  let routes = keptRoutes(manifest.routes, routeModules, context);\n",
  },
  {
    file: /@remix-run\/react\/dist\/esm\/server\.js$/,
    from: "function RemixServer({\n",
    to: `const routesOf = new WeakMap();
function keptRoutes(manifestRoutes, routeModules, context) {
  let routes = routesOf.get(manifestRoutes);
  if (!routes) {
    routes = createServerRoutes(manifestRoutes, routeModules, context.future, context.isSpaMode);
    routesOf.set(manifestRoutes, routes);
  }
  return routes;
}
function RemixServer({
`,
  },
  {
    file: /react-router-dom\/server\.mjs$/,
    from: "  let manifest = {};\n  let dataRoutes = UNSAFE_convertRoutesToDataRoutes(routes, UNSAFE_mapRouteProperties, undefined, manifest);\n",
    to: "  let { dataRoutes, manifest } = keptDataRoutes(routes);\n",
  },
  {
    file: /react-router-dom\/server\.mjs$/,
    from: "function createStaticRouter(routes, context, opts = {}) {\n",
    to: `const dataRoutesOf = new WeakMap();
function keptDataRoutes(routes) {
  let kept = dataRoutesOf.get(routes);
  if (!kept) {
    const manifest = {};
    kept = { dataRoutes: UNSAFE_convertRoutesToDataRoutes(routes, UNSAFE_mapRouteProperties, undefined, manifest), manifest };
    dataRoutesOf.set(routes, kept);
  }
  return kept;
}
function createStaticRouter(routes, context, opts = {}) {
`,
  },
];

/** Drizzle asks at each piece of each query what it is, walking up its classes: the answer is kept by class. */
const kindsKept: Change[] = [
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

const changes = [...routesMatchedOnce, ...kindsKept];

/**
 * The server does the same work several times a request for a tree of routes and for classes that never change: as
 * it is bundled, that work is kept (docs/decisions/speed-01-routes-matched-once.md, speed-03-kinds-kept.md). A build with another
 * version of these packages, where the lines differ, stops here.
 */
export function workKept(): Plugin {
  const done = new Set<Change>();
  return {
    name: "work-kept",
    apply: "build",
    transform(code, id) {
      const mine = changes.filter(({ file }) => file.test(id.split("?")[0] ?? ""));
      if (mine.length === 0) return undefined;
      for (const change of mine) done.add(change);
      return mine.reduce((text, change) => applied(change, { text, id }), code);
    },
    buildEnd() {
      if (done.size !== changes.length) this.error("A package was not found where scripts/work-kept.ts changes it");
    },
  };
}

/** The same of Drizzle, for the command-line tools. */
export const kindsKeptInTools: ToolPlugin = {
  name: "kinds-kept",
  setup(build) {
    for (const change of kindsKept)
      build.onLoad({ filter: change.file }, ({ path }) => ({
        contents: applied(change, { text: readFileSync(path, "utf8"), id: path }),
        loader: "js",
      }));
  },
};

function applied({ from, to }: Change, { text, id }: { text: string; id: string }): string {
  if (!text.includes(from)) throw new Error(`${id} has changed: look at scripts/work-kept.ts again`);
  return text.replace(from, () => to);
}
