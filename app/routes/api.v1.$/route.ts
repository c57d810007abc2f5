import type { LoaderFunctionArgs } from "@remix-run/node";
import { answerApi } from "~/features/api/answer.server";

/** What programs read: the key in the header alone opens it, no cookie is looked at. */
export function loader({ request, params, context }: LoaderFunctionArgs) {
  const { clientAddress: address, noteFault } = context;
  return answerApi({ request, path: params["*"] ?? "", address, noteFault });
}
