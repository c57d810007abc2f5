import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { notFound } from "~/http/responses.server";
import { ErrorPage, titleOfError } from "~/ui/error-page";
import { titled } from "~/ui/titled";

export const meta: MetaFunction = ({ matches, error }) => titled(titleOfError(matches[0]?.data, error));

/** An address that leads nowhere; and the error page of one without a page of its own, asked by the server, which says what happened. */
export function loader({ context }: LoaderFunctionArgs): never {
  throw context.problem === undefined ? notFound() : new Response(null, { status: context.problem });
}

/** Never shown: its loader always throws. */
export default function Nowhere() {
  return null;
}

export const ErrorBoundary = ErrorPage;
