import { and, eq, isNull } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import { db } from "~/db/client.server";
import { importMatches } from "~/db/schema/imports.server";
import { isTheme } from "~/features/themes/model";
import { RuleError } from "~/lib/errors";
import { type MatchAnswer, sessionChannels } from "~/lib/vocabulary";
import { changing, type Import } from "./changing.server";
import type { MatchesInput, MatchInput } from "./matches.form";
import { findProviderNamed, listFormerStaff, listSuggested } from "./matches.queries.server";
import { setImport } from "./stored.server";

/**
 * Keeps what a person answered about the names of a file. Throws RuleError `unknownProviderName` with the
 * name that no provider of the office has, `unknownChoice` for an answer that was not offered.
 */
export function answerMatches(actor: Actor, row: Import, input: MatchesInput): void {
  changing(actor, row)({ name: "import.match", input }, (current) => {
    if (current.state !== "to_review") throw new RuleError("importState");
    for (const one of input.matches) keepAnswer(row, one, resolve(row.ownerId, one));
    if (input.rest !== "ask") answerRest(row.id, input.rest);
    setImport(row.id, { isCounted: input.isCounted === "on" });
  });
}

interface Resolved {
  answer: MatchAnswer | null;
  targetId: string | null;
}

function resolve(ownerId: string, { word, choice, other }: MatchInput): Resolved {
  if (word === "provider" && other !== "") {
    const targetId = findProviderNamed(ownerId, other);
    if (!targetId) throw new RuleError("unknownProviderName", { name: other }, "matches");
    return { answer: "is", targetId };
  }
  if (choice === "") return { answer: null, targetId: null };
  if (choice === "aside" || choice === "new") return { answer: choice, targetId: null };
  if (!isOffered(ownerId, word, choice)) throw new RuleError("unknownChoice", {}, "matches");
  return { answer: "is", targetId: choice };
}

function isOffered(ownerId: string, word: MatchInput["word"], choice: string): boolean {
  if (word === "theme") return isTheme(choice);
  if (word === "channel") return sessionChannels.some((one) => one === choice);
  if (word === "author") return listFormerStaff(ownerId).some((one) => one.id === choice);
  return listSuggested(ownerId, [choice]).has(choice);
}

function keepAnswer(row: Import, { word, key }: MatchInput, resolved: Resolved): void {
  const { importId, ...columns } = importMatches;
  db()
    .update(importMatches)
    .set(resolved)
    .where(and(eq(importId, row.id), eq(columns.word, word), eq(columns.key, key)))
    .run();
}

function answerRest(importId: string, answer: "new" | "aside"): void {
  const left = and(eq(importMatches.importId, importId), eq(importMatches.word, "provider"), isNull(importMatches.answer));
  db().update(importMatches).set({ answer }).where(left).run();
}
