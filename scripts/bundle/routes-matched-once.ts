import type { Change } from "./change";

/** A tree of routes never changes while the server runs: what is derived from it is kept (docs/decisions/speed-01-routes-matched-once.md). */
export const routesMatchedOnce: Change[] = [
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
