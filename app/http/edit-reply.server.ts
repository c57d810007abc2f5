import type { Locale } from "~/i18n/translate";
import { ConflictError } from "~/lib/errors";
import { type FormReply, ruleReply } from "./form.server";
import { conflict, invalid } from "./responses.server";

/** An edit that does not parse: 400, as it was typed. */
export const invalidEdit = (reply: FormReply) => invalid({ ...reply, isConflict: false });

/**
 * An edit that the command refused: 409 with what was typed when someone saved meanwhile (the page's
 * loader brings the saved values), 400 for a broken rule. Rethrows the rest.
 */
export function refusedEdit(error: unknown, reply: FormReply, locale: Locale) {
  if (error instanceof ConflictError && error.reason === "version") return conflict({ ...reply, isConflict: true });
  return invalidEdit(ruleReply(error, reply, locale));
}
