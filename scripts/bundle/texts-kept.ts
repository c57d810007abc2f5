import type { Change } from "./change";

const remixServer = /@remix-run\/server-runtime\/dist\/esm\/server\.js$/;
const router = /@remix-run\/router\/dist\/router\.js$/;

/**
 * What a loader answers is text from the start: it is kept as such, instead of being made into bytes and a stream, read back
 * and joined for each page (docs/decisions/speed-09). What the browser's scripts are given is written where a page has scripts.
 */
export const textsKept: Change[] = [
  {
    file: router,
    from: "const json = function json(data, init) {",
    to: 'import { TextResponse } from "~/http/text-response.server";\nconst json = function json(data, init) {',
  },
  {
    file: router,
    from: "return new Response(JSON.stringify(data), _extends({}, responseInit, {\n    headers\n  }));",
    to: "return new TextResponse({ data }, _extends({}, responseInit, {\n    headers\n  }));",
  },
  {
    file: router,
    from: "        if (result.body == null) {\n          data = null;",
    to: "        if (result instanceof TextResponse) {\n          data = result.data;\n        } else if (result.body == null) {\n          data = null;",
  },
  {
    file: remixServer,
    from: `    serverHandoffString: createServerHandoffString({
      basename: build.basename,
      criticalCss,
      future: build.future,
      isSpaMode: build.isSpaMode,
      ...(!build.future.v3_singleFetch ? {
        state
      } : null)
    }),`,
    to: `    serverHandoffString: { toString: () => createServerHandoffString({
      basename: build.basename,
      criticalCss,
      future: build.future,
      isSpaMode: build.isSpaMode,
      ...(!build.future.v3_singleFetch ? {
        state
      } : null)
    }) },`,
  },
  {
    file: remixServer,
    from: "function safelySetHeader(response, name, value) {\n",
    to: `import { TextResponse } from "~/http/text-response.server";
function safelySetHeader(response, name, value) {
  if (response instanceof TextResponse) {
    response.headers.set(name, value);
    return response;
  }
`,
  },
];
