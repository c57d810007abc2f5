import type { Change } from "./change";

const file = /@remix-run\/server-runtime\/dist\/esm\/data\.js$/;

/**
 * Remix makes two copies of the request for each loader, to take its own words out of the address. A reading whose address
 * holds none is given as it came: a loader has nothing to change in it.
 */
export const requestsKept: Change[] = [
  {
    file,
    from: "function stripIndexParam(request) {\n",
    to: `const words = { index: /[?&]index(?=[=&#]|$)/, data: /[?&]_data(?=[=&#]|$)/ };
function isWithout(request, word) {
  return request.method === "GET" && !words[word].test(request.url);
}
function stripIndexParam(request) {
  if (isWithout(request, "index")) return request;
`,
  },
  {
    file,
    from: "function stripDataParam(request) {\n",
    to: 'function stripDataParam(request) {\n  if (isWithout(request, "data")) return request;\n',
  },
];
