import { z } from "zod";
import type { Actor } from "~/access/actor";
import { canSomewhere, type Permission } from "~/access/can";
import type { ApiScope } from "~/lib/vocabulary";
import {
  daysQuery,
  figuresAnswer,
  nothingQuery,
  pageOf,
  pageQuery,
  periodQuery,
  providerAnswer,
  resourceAnswer,
  sessionAnswer,
  wholeResourceAnswer,
  workshopAnswer,
} from "./contract.server";
import { figuresOf } from "./figures.server";
import { ProblemError } from "./problem.server";
import { oneResource, pageOfResources } from "./resources.queries.server";
import { oneProvider, oneSession, oneWorkshop, pageOfProviders, pageOfSessions, pageOfWorkshops } from "./rows.queries.server";

type EndpointName =
  | "figures"
  | "workshops"
  | "workshop"
  | "resources"
  | "resource"
  | "providers"
  | "provider"
  | "sessions"
  | "session";

interface Given<Q extends z.ZodObject, A extends z.ZodType> {
  /** What is asked for: the name of the operation, and of its texts. */
  name: EndpointName;
  path: string;
  about: string;
  scope: ApiScope;
  permission: Permission;
  query: Q;
  answer: A;
  read: (actor: Actor, asked: { id: string; query: z.output<Q> }) => unknown;
}

/** One thing to ask for: described, checked, read and cut to its contract by the same lines. */
function endpoint<Q extends z.ZodObject, A extends z.ZodType>(given: Given<Q, A>) {
  const { read, ...described } = given;
  return {
    ...described,
    /** What the key may see of it; throws ProblemError and NotFoundError. */
    ask(actor: Actor, asked: { id: string; search: URLSearchParams }): unknown {
      if (!canSomewhere(actor, given.permission)) throw new ProblemError("scope", `This key lacks the scope ${given.scope}.`);
      const query = given.query.safeParse(Object.fromEntries(asked.search));
      if (!query.success) throw new ProblemError("query", z.prettifyError(query.error));
      return given.answer.parse(read(actor, { id: asked.id, query: query.data }));
    },
  };
}

/** Every address of the API: the router, the description and the tests read this one table. */
export const endpoints = [
  endpoint({
    name: "figures",
    path: "figures",
    about: "Figures of a period, each with what it counts, and counts by month.",
    scope: "figures",
    permission: "dashboard.view",
    query: periodQuery,
    answer: figuresAnswer,
    read: (actor, { query }) => figuresOf(actor, query),
  }),
  endpoint({
    name: "workshops",
    path: "workshops",
    about: "The organisation's workshops, drafts left out.",
    scope: "workshops",
    permission: "workshop.view",
    query: daysQuery,
    answer: pageOf(workshopAnswer),
    read: (actor, { query }) => pageOfWorkshops(actor, query),
  }),
  endpoint({
    name: "workshop",
    path: "workshops/{id}",
    about: "One workshop.",
    scope: "workshops",
    permission: "workshop.view",
    query: nothingQuery,
    answer: workshopAnswer,
    read: (actor, { id }) => oneWorkshop(actor, id),
  }),
  endpoint({
    name: "resources",
    path: "resources",
    about: "The published library that the organisation reads.",
    scope: "resources",
    permission: "resource.read",
    query: pageQuery,
    answer: pageOf(resourceAnswer),
    read: (actor, { query }) => pageOfResources(actor, query),
  }),
  endpoint({
    name: "resource",
    path: "resources/{id}",
    about: "One resource with its text.",
    scope: "resources",
    permission: "resource.read",
    query: nothingQuery,
    answer: wholeResourceAnswer,
    read: (actor, { id }) => oneResource(actor, id),
  }),
  endpoint({
    name: "providers",
    path: "providers",
    about: "The organisation's providers and their establishments; no contact's data.",
    scope: "providers",
    permission: "provider.list",
    query: pageQuery,
    answer: pageOf(providerAnswer),
    read: (actor, { query }) => pageOfProviders(actor, query),
  }),
  endpoint({
    name: "provider",
    path: "providers/{id}",
    about: "One provider.",
    scope: "providers",
    permission: "provider.list",
    query: nothingQuery,
    answer: providerAnswer,
    read: (actor, { id }) => oneProvider(actor, id),
  }),
  endpoint({
    name: "sessions",
    path: "sessions",
    about: "The organisation's coaching sessions by day; notes with the scope session_notes alone.",
    scope: "sessions",
    permission: "coaching.list",
    query: daysQuery,
    answer: pageOf(sessionAnswer),
    read: (actor, { query }) => pageOfSessions(actor, query),
  }),
  endpoint({
    name: "session",
    path: "sessions/{id}",
    about: "One session.",
    scope: "sessions",
    permission: "coaching.list",
    query: nothingQuery,
    answer: sessionAnswer,
    read: (actor, { id }) => oneSession(actor, id),
  }),
];
export type Endpoint = (typeof endpoints)[number];

/** The endpoint of an address below `/api/v1/`, and the id that it names; undefined for none. */
export function findEndpoint(path: string): { endpoint: Endpoint; id: string } | undefined {
  const [list = "", id, ...rest] = path.split("/");
  if (rest.length > 0) return undefined;
  const wanted = id === undefined ? list : `${list}/{id}`;
  const found = endpoints.find((one) => one.path === wanted);
  return found && { endpoint: found, id: id ?? "" };
}
