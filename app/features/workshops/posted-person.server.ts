import type { z } from "zod";
import { parseFields, ruleReply } from "~/http/form.server";
import type { Locale } from "~/i18n/translate";
import type { RegisterReply } from "./components/register-form";

type Parsed<T> = { isValid: true; value: T; reply: RegisterReply } | { isValid: false; reply: RegisterReply };

/** A registration form as it was posted: question ids in its field names are read as one record. */
export function parsePerson<S extends z.ZodType>(fields: FormData, schema: S, locale: Locale): Parsed<z.output<S>> {
  const values = Object.fromEntries([...fields].map(([name, value]) => [name, String(value)]));
  const parsed = parseFields(fields, schema, locale);
  const reply = { errors: parsed.reply.errors, values };
  return parsed.isValid ? { isValid: true, value: parsed.value, reply } : { isValid: false, reply };
}

/** The reply for a broken rule; rethrows what is not one. */
export function refusedPerson(error: unknown, reply: RegisterReply, locale: Locale): RegisterReply {
  return { values: reply.values, errors: ruleReply(error, { errors: reply.errors, values: {} }, locale).errors };
}
