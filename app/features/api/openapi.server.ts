import { z } from "zod";
import { config } from "~/config.server";
import { problemAnswer } from "./contract.server";
import { type Endpoint, endpoints } from "./endpoints.server";
import { problems } from "./problem.server";

/** The OpenAPI 3.1 description, made of the schemas that check the questions and cut the answers. */
export function describeApi() {
  return {
    openapi: "3.1.0",
    info: {
      title: "Balise",
      version: "1.0.0",
      description:
        "Read-only. A key is made in the organisation's settings and sent as « Authorization: Bearer … ». Pages by cursor: give `next` back as `after`. Another organisation's rows are 404.",
    },
    servers: [{ url: `${config().appUrl}/api/v1` }],
    security: [{ key: [] }],
    paths: Object.fromEntries(endpoints.map((one) => [`/${one.path}`, { get: describeOperation(one) }])),
    components: {
      securitySchemes: { key: { type: "http", scheme: "bearer" } },
      schemas: { Problem: schemaOf(problemAnswer) },
      responses: Object.fromEntries(Object.entries(problems).map(([name, { status }]) => [name, describeProblem(name, status)])),
    },
  };
}

function describeOperation(one: Endpoint) {
  const refused = Object.entries(problems).map(([name, { status }]) => [status, { $ref: `#/components/responses/${name}` }]);
  return {
    operationId: one.name,
    summary: one.about,
    description: `Scope: ${one.scope}.`,
    parameters: [...pathParameters(one), ...queryParameters(one)],
    responses: {
      200: {
        description: one.about,
        headers: {
          ETag: { schema: { type: "string" } },
          "RateLimit-Policy": { schema: { type: "string" } },
          RateLimit: { schema: { type: "string" } },
        },
        content: { "application/json": { schema: schemaOf(one.answer) } },
      },
      304: { description: "Unchanged since the ETag of If-None-Match." },
      ...Object.fromEntries(refused),
    },
  };
}

const pathParameters = (one: Endpoint) =>
  one.path.includes("{id}") ? [{ name: "id", in: "path", required: true, schema: { type: "string" } }] : [];

function queryParameters(one: Endpoint) {
  return Object.entries(one.query.shape).map(([name, schema]) => {
    const { description = "", ...rest } = schemaOf(schema);
    return { name, in: "query", required: false, description, schema: rest };
  });
}

function describeProblem(name: string, status: number) {
  const content = { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } };
  const wait = { "Retry-After": { description: "Seconds to wait.", schema: { type: "integer" } } };
  return { description: `${status} ${name}`, ...(status === 429 ? { headers: wait } : {}), content };
}

/** Of an answer as it leaves; the document carries its dialect once. */
function schemaOf(schema: z.ZodType) {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io: "output" });
  return rest;
}
