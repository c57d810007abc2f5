// One run of load in a process of its own, so that it can be kept on its own core; prints its result as JSON.
import autocannon from "autocannon";
import { uuidv7 } from "uuidv7";
import { z } from "zod";

const asked = z
  .object({
    url: z.string(),
    path: z.string(),
    seconds: z.number(),
    connections: z.number(),
    headers: z.record(z.string(), z.string()),
    /** Keys of the API, used in turn. */
    keys: z.array(z.string()).optional(),
    /** A form to post; `{id}` becomes a fresh UUIDv7 in each request. */
    form: z.string().optional(),
  })
  .parse(JSON.parse(process.argv[2] ?? "{}"));

const { form, keys = [] } = asked;
const withKey = keys.map((key) => ({ ...asked.headers, authorization: `Bearer ${key}` }));
const result = await autocannon({
  url: asked.url,
  connections: asked.connections,
  duration: asked.seconds,
  requests:
    form === undefined
      ? (withKey.length > 0 ? withKey : [asked.headers]).map((headers) => ({ method: "GET", path: asked.path, headers }))
      : [
          {
            method: "POST",
            path: asked.path,
            headers: { ...asked.headers, "content-type": "application/x-www-form-urlencoded" },
            body: form,
            setupRequest: (request) => ({ ...request, body: form.replaceAll("{id}", uuidv7()) }),
          },
        ],
});
const answered = form === undefined ? result["2xx"] : result["2xx"] + result["3xx"];
const { p50, p99, max } = result.latency;
console.log(JSON.stringify({ answered, refused: result["4xx"] + result["5xx"] + result.errors, p50, p99, max }));
