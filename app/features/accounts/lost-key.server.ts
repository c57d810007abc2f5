import { json } from "@remix-run/node";
import { localeOf } from "~/i18n/locale.server";
import { textsOf } from "~/i18n/translate";
import { NotFoundError } from "~/lib/errors";
import { paths } from "~/paths";
import { listOfficeNumbers } from "./offices.queries.server";

/**
 * Runs the work of a page that a host's key opens. A key that opens nothing gets the page that says how to
 * come in or whom to call (404): the same whether it never was, was cut, or names someone who is gone.
 */
export async function openingKey<T>(request: Request, work: () => T | Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const isGone = error instanceof NotFoundError || (error instanceof Response && error.status === 404);
    throw isGone ? lostKey(request) : error;
  }
}

const lostKey = (request: Request): Response => json({ lost: describeLostKey(request) }, 404);

function describeLostKey(request: Request) {
  const { lostKey: texts } = textsOf(localeOf(request), "lostKey");
  return { texts, offices: listOfficeNumbers(), enter: paths.login({ redirectTo: paths.my() }) };
}
export type LostKeyData = ReturnType<typeof describeLostKey>;
