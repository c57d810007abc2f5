import { parseWithZod } from "@conform-to/zod/v4";
import type { z } from "zod";
import { type Catalogue, type Locale, textsOf, translator } from "~/i18n/translate";
import { RuleError } from "~/lib/errors";

/** What a form gets back: texts in the reader's language, and what was typed. */
export interface FormReply {
  errors: Record<string, string[]>;
  /** What was typed, field by field; lists as lists. */
  values: Record<string, unknown>;
}

export type Parsed<T> = { isValid: true; value: T; reply: FormReply } | { isValid: false; reply: FormReply };

/** The posted fields checked by a schema whose messages are keys of the `errors` texts (design 5.7). */
export async function parseForm<S extends z.ZodType>(request: Request, schema: S, locale: Locale): Promise<Parsed<z.output<S>>> {
  return parseFields(await request.formData(), schema, locale);
}

export function parseFields<S extends z.ZodType>(
  fields: FormData | URLSearchParams,
  schema: S,
  locale: Locale,
): Parsed<z.output<S>> {
  const submission = parseWithZod(fields, { schema });
  const values: Record<string, unknown> = submission.payload;
  if (submission.status === "success") return { isValid: true, value: submission.value, reply: { errors: {}, values } };
  const errors = Object.entries(submission.error ?? {}).map(([field, keys]) => [
    field,
    (keys ?? []).map((key) => errorText(locale, key)),
  ]);
  return { isValid: false, reply: { errors: Object.fromEntries(errors), values } };
}

/** The reply for a rule that the command found broken; rethrows what is not one. */
export function ruleReply(error: unknown, reply: FormReply, locale: Locale): FormReply {
  if (!(error instanceof RuleError)) throw error;
  const text = errorText(locale, error.key, error.values);
  return { ...reply, errors: { ...reply.errors, [error.field ?? ""]: [text] } };
}

/** The single-valued fields as typed, to fill a form again. */
export function typedValues(fields: FormData): Record<string, string> {
  return Object.fromEntries([...fields].filter(([name]) => !name.includes("[")).map(([name, value]) => [name, String(value)]));
}

/** A rule's or a schema's key as the reader's text. */
export function errorText(locale: Locale, key: string, values: Record<string, string | number> = {}): string {
  const t = translator(locale);
  return isErrorKey(key) ? t(`errors:${key}`, values) : t("errors:invalid");
}

function isErrorKey(key: string): key is keyof Catalogue["errors"] {
  return key in textsOf("fr", "errors").errors;
}
