import type { Actor } from "~/access/actor";
import { translator } from "~/i18n/translate";
import { keyOf, UnconfirmedError, type Warning } from "./warnings";

/** Warnings in words, and what a form sends back to confirm them. */
export function describeWarnings(actor: Actor, warnings: readonly Warning[]): { texts: string[]; key: string } {
  const t = translator(actor.locale);
  const texts = warnings.map(({ kind, values }) => {
    const isHidden = (kind === "overlap" || kind === "travel") && values.title === "";
    return t(isHidden ? `agenda:warnings.${kind}Hidden` : `agenda:warnings.${kind}`, values);
  });
  return { texts: [...new Set(texts)], key: keyOf(warnings) };
}

/** The warnings that a command asks to confirm; undefined for any other error. */
export function warningsIn(actor: Actor, error: unknown): { texts: string[]; key: string } | undefined {
  return error instanceof UnconfirmedError ? describeWarnings(actor, error.warnings) : undefined;
}
