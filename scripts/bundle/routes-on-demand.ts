import { existsSync, readFileSync } from "node:fs";
import type { Plugin } from "vite";
import type { Change } from "./change";

const serverBuild = "\0virtual:remix/server-build";

/**
 * Routes are read at their first request: Remix's list of them imports each on demand, but the root and those with a `handle`,
 * which is asked for before a route is chosen, other than `scripted`, which is written into the list. What a route has is told by Remix's own manifest
 * (docs/decisions/speed-04-what-a-start-reads.md). scripts/bundle/one-file.ts makes these imports immediate.
 */
export function routesOnDemand(root: string): Plugin {
  return {
    name: "routes-on-demand",
    apply: "build",
    transform(code, id) {
      if (id !== serverBuild) return undefined;
      const late = new Map<string, { isScripted: boolean }>();
      const text = code.replace(/import \* as (route\d+) from "([^"]+)";/g, (line, name: string, file: string) => {
        if (isAskedBefore(`${root}${file}`)) return line;
        late.set(name, { isScripted: scripted.test(sourceOf(`${root}${file}`)) });
        return `const ${name} = routeOnDemand(() => import("${file}"));`;
      });
      if (late.size === 0) this.error("Remix's list of routes has changed: look at scripts/bundle/routes-on-demand.ts again");
      return `${text.replace(/module: (route\d+)\b/g, (line, name: string) => lateModule(name, late.get(name)) ?? line)}
import manifest from "virtual:remix/server-manifest";
function routeOnDemand(read) {
  let kept;
  return () => (kept ??= read());
}
for (const route of Object.values(routes)) {
  const { hasLoader, hasAction, hasErrorBoundary } = manifest.routes[route.id];
  const { get } = Object.getOwnPropertyDescriptor(route, "module");
  if (get) get.handle = route.lateHandle;
  Object.assign(route, { hasLoader, hasAction, hasErrorBoundary, handle: get ? route.lateHandle : route.module.handle });
}
`;
    },
  };
}

function lateModule(name: string, late: { isScripted: boolean } | undefined): string | undefined {
  if (!late) return undefined;
  return `get module() { return ${name}(); }${late.isScripted ? ", lateHandle: { isScripted: true }" : ""}`;
}

const scripted = /export const handle = scripted;/;

function sourceOf(path: string): string {
  if (!existsSync(path)) throw new Error(`${path}: the route is not there`);
  return readFileSync(path, "utf8");
}

function isAskedBefore(path: string): boolean {
  const source = sourceOf(path);
  return /\/root\.tsx$/.test(path) || (/export (const|function) handle\b/.test(source) && !scripted.test(source));
}

/** Remix carries a `fetch` of its own and undici's for programs that ask for them; this one uses Node's. */
export const withoutOtherFetch: Change[] = ["undici", "@remix-run/web-fetch"].map((name) => ({
  file: /@remix-run\/node\/dist\/globals\.js$/,
  from: `require("${name}")`,
  to: "{}",
}));

const routesOfServer = /@remix-run\/server-runtime\/dist\/esm\/routes\.js$/;
const routesOfPages = /@remix-run\/react\/dist\/esm\/routes\.js$/;

/** Where Remix looks into every route at once, it is told what the manifest says instead. */
export const routesReadLate: Change[] = [
  {
    file: routesOfServer,
    from: "    ...route,\n    children: createRoutes(manifest, route.id, routesByParentId)\n  }));\n",
    to: "    __proto__: route,\n    path: route.path,\n    index: route.index,\n    caseSensitive: route.caseSensitive,\n    children: createRoutes(manifest, route.id, routesByParentId)\n  }));\n",
  },
  {
    file: routesOfServer,
    from: 'hasErrorBoundary: route.id === "root" || route.module.ErrorBoundary != null,',
    to: 'hasErrorBoundary: route.id === "root" || route.hasErrorBoundary,',
  },
  { file: routesOfServer, from: "loader: route.module.loader ?", to: "loader: route.hasLoader ?" },
  { file: routesOfServer, from: "action: route.module.action ?", to: "action: route.hasAction ?" },
  { file: routesOfServer, from: "handle: route.module.handle", to: "handle: route.handle" },
  {
    file: /@remix-run\/server-runtime\/dist\/esm\/entry\.js$/,
    from: `  return Object.keys(manifest).reduce((memo, routeId) => {
    memo[routeId] = manifest[routeId].module;
    return memo;
  }, {});
}
`,
    to: `  let modules = modulesOf.get(manifest);
  if (!modules) {
    modules = {};
    for (const [id, route] of Object.entries(manifest)) Object.defineProperty(modules, id, { enumerable: true, ...moduleOf(route) });
    modulesOf.set(manifest, modules);
  }
  return modules;
}
const modulesOf = new WeakMap();
function moduleOf(route) {
  const { get, value } = Object.getOwnPropertyDescriptor(route, "module");
  return get ? { get } : { value };
}
`,
  },
  {
    file: routesOfPages,
    from: '    let routeModule = routeModules[route.id];\n    invariant(routeModule, "No `routeModule` available to create server routes");\n',
    to: "    let routeModule = moduleToShow(routeModules, route);\n",
  },
  {
    file: routesOfPages,
    from: "function createServerRoutes(manifest,",
    to: `function moduleToShow(routeModules, route) {
  const { get } = Object.getOwnPropertyDescriptor(routeModules, route.id);
  if (!get) return routeModules[route.id];
  const show = (name) => () => React.createElement(routeModules[route.id][name]);
  return { default: show("default"), ErrorBoundary: route.hasErrorBoundary ? show("ErrorBoundary") : undefined, handle: get.handle };
}
function createServerRoutes(manifest,`,
  },
];
