import type { LoaderFunctionArgs } from "@remix-run/node";
import { notFound } from "~/http/responses.server";
import { ErrorPage } from "~/ui/error-page";
import { scriptless } from "~/ui/scriptless";

export const handle = scriptless;

/** The error page of an address without a page of its own; asked by the server alone, which says what happened. */
export function loader({ context }: LoaderFunctionArgs): never {
  throw context.problem === undefined ? notFound() : new Response(null, { status: context.problem });
}

/** Never shown: its loader always throws. */
export default function Problem() {
  return null;
}

export const ErrorBoundary = ErrorPage;
