// The import directions of docs/style.md. Each rule says why.
const features = [
  // from the bottom of the tree to its top: a feature sees only those before it (same line: none of each other)
  ["accounts", "organisations", "files", "themes", "exports", "webhooks"],
  ["providers"],
  ["figures"],
  ["imports", "resources"],
  ["action-plans"],
  ["coaching"],
  ["past-sessions"],
  ["duplicates"],
  ["workshops"],
  ["agenda"],
  ["assessments", "website-audits", "reputation"],
  ["own-data"],
  ["notifications", "dashboards"],
  ["reports", "api"],
];
const above = (level) => features.slice(level + 1).flat();
// `organisations` may read accounts' people; `accounts` may read the tree: both are the ground floor.
const notTest = { pathNot: "\\.test\\.tsx?$" };
const tree = features.flatMap((names, level) =>
  names
    .filter(() => above(level).length > 0)
    .map((name) => ({
      name: `features-form-a-tree-${name}`,
      comment: `features/${name} stands below: it knows nothing of what stands on it.`,
      severity: "error",
      from: { path: `^app/features/${name}/`, ...notTest },
      to: { path: `^app/features/(${above(level).join("|")})/` },
    })),
);
const forbid = (name, comment, { from, to }) => ({ name, comment, severity: "error", from, to });

module.exports = {
  forbidden: [
    forbid("no-cycles", "Two files that need each other are one thing, or hide a third.", {
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ["type-only"] } },
    }),
    ...tree,
    forbid(
      "feature-public-files-only",
      "Another feature's inside is its own: models, a row in words (lines), queries, commands and components are what it offers.",
      {
        from: { path: "^app/features/([^/]+)/", ...notTest },
        to: {
          path: "^app/features/",
          pathNot: [
            "^app/features/$1/",
            "/model\\.ts$",
            "model\\.ts$",
            "/lines\\.ts$",
            "queries\\.server\\.ts$",
            "commands\\.server\\.ts$",
            "/components/",
          ],
        },
      },
    ),
    forbid("routes-are-islands", "A piece that two routes need belongs to a feature or to ui.", {
      from: { path: "^app/routes/([^/]+)/" },
      to: { path: "^app/routes/", pathNot: "^app/routes/$1/" },
    }),
    forbid("no-sql-in-routes", "A route is thin: queries and commands hold the SQL; pages and components never see a table.", {
      from: { path: "^app/(routes|ui)/|/components/" },
      to: { path: "^app/db/|node_modules/(drizzle-orm|better-sqlite3)" },
    }),
    forbid("ui-is-domain-free", "ui shows; it knows no business word.", {
      from: { path: "^app/ui/" },
      to: { path: "^app/(features|access|auth|db|commands|jobs|email|http|server)/" },
    }),
    forbid("access-knows-no-request", "The rules are pure: actor and row in, yes or no out.", {
      from: { path: "^app/access/", ...notTest },
      to: { path: "^app/(http|auth|routes|features|commands|server|email|jobs)/" },
    }),
    forbid("platform-is-below-features", "What everything stands on knows no feature.", {
      from: { path: "^app/(access|auth|commands|db|email|http|i18n|jobs|lib|ui)/", ...notTest },
      to: { path: "^app/(features|routes|server|cli|demo)/" },
    }),
    forbid("lib-imports-nothing", "lib, paths and the settings stand alone.", {
      from: { path: "^app/(lib/|paths\\.ts|figure-paths\\.ts|config\\.server\\.ts)", ...notTest },
      to: { path: "^app/", pathNot: "^app/(lib/|figure-paths\\.ts)" },
    }),
    forbid("i18n-and-db-stand-alone", "Texts and tables know nothing of ours but the words they share.", {
      from: { path: "^app/(i18n|db)/", ...notTest },
      to: { path: "^app/", pathNot: "^app/(lib|i18n|db|config\\.server\\.ts)" },
    }),
    forbid("testing-only-from-tests", "What makes test data never ships.", {
      from: { pathNot: ["\\.test\\.tsx?$", "^app/testing/", "^e2e/", "^scripts/", "vitest"] },
      to: { path: "^app/testing/" },
    }),
    forbid("client-code-imports-server-types-only", "A component that needs the server's code runs in the wrong place.", {
      from: { path: "/components/|^app/ui/|/form\\.ts$|/model\\.ts$" },
      to: { path: "\\.server\\.tsx?$", dependencyTypesNot: ["type-only"] },
    }),
    forbid("forms-know-no-tables", "A form's schema is shared with the browser.", {
      from: { path: "/form\\.ts$" },
      to: { path: "^app/db/|node_modules/drizzle" },
    }),
  ],
  required: [
    {
      name: "signed-in-routes-require-an-actor",
      comment: "A layout guards nothing: each signed-in route asks who it is.",
      severity: "error",
      module: { path: "^app/routes/_(app|my)\\..*/route\\.tsx?$" },
      to: { path: "^app/auth/actor\\.server\\.ts$" },
    },
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    doNotFollow: { path: "node_modules" },
    exclude: { path: "^(build|node_modules)/" },
  },
};
