import { z } from "zod";
import { authorize } from "~/access/authorized";
import { takeOverSession, withdrawTakenOver } from "~/features/coaching/taken-over.commands.server";
import { hasSameSession } from "~/features/coaching/taken-over.queries.server";
import { type RowContext, type RowWork, rowJobs, type StoredRow } from "~/features/imports/row-jobs.commands.server";
import { findTarget, settleProvider } from "~/features/imports/row-provider.commands.server";
import type { TableWord } from "~/features/imports/rows.model";
import { isTheme } from "~/features/themes/model";
import { newId } from "~/lib/ids";
import { sessionChannels } from "~/lib/vocabulary";
import { pastSessionSchema, readPastSession } from "./read-row";

const appliedSchema = z.object({ sessionId: z.string() });

/** Sessions of an earlier follow-up file: each row becomes a one-to-one, marked as taken over. */
export const pastSessionWork: RowWork = { content: "past_sessions", read: readPastSession, apply, undo };
export const pastSessionJobs = rowJobs(pastSessionWork);

function apply(context: RowContext, row: StoredRow): z.output<typeof appliedSchema> | null {
  const { imported, actor } = context;
  const { heldOn, duration, ...notes } = pastSessionSchema.parse(row.values);
  const named = row.words.find((one) => one.word === "provider");
  const providerId = named ? settleProvider(actor, imported, named) : null;
  if (providerId === null || hasSameSession(imported.ownerId, { heldOn, duration, providerId }, imported.id)) return null;
  const session = {
    id: newId(),
    providerId,
    heldOn,
    duration,
    ...subjectOf(imported.id, row.words),
    note: notes.note,
    privateNote: withUnknownTheme(imported.id, row.words, notes.privateNote),
    facilitatorId: targetOf(imported.id, row.words, "author") ?? imported.createdById,
  };
  takeOverSession(actor, officeOf(context), {
    importId: imported.id,
    isCounted: imported.isCounted,
    session,
    reason: reasonOf(context),
  });
  return { sessionId: session.id };
}

function undo(context: RowContext, applied: unknown): void {
  const { sessionId } = appliedSchema.parse(applied);
  withdrawTakenOver(context.actor, officeOf(context), { sessionId, reason: reasonOf(context) });
}

/** What was said when the file was taken over or withdrawn; its name where a report was finished meanwhile. */
const reasonOf = ({ imported }: RowContext): string => imported.reportReason || imported.fileName;

function officeOf({ actor, imported }: RowContext) {
  const { ownerId, zone } = imported;
  return authorize(actor, "coaching.log", { id: ownerId, ownerId, zone });
}

function subjectOf(importId: string, words: readonly TableWord[]) {
  const theme = targetOf(importId, words, "theme");
  const channel = targetOf(importId, words, "channel");
  return {
    theme: theme !== null && isTheme(theme) ? theme : undefined,
    channel: sessionChannels.find((one) => one === channel),
  };
}

function targetOf(importId: string, words: readonly TableWord[], kind: TableWord["word"]): string | null {
  const word = words.find((one) => one.word === kind);
  return word ? findTarget(importId, word) : null;
}

/** A subject that is none of our themes is not lost: it opens the note that stays between us. */
function withUnknownTheme(importId: string, words: readonly TableWord[], note: string): string {
  const word = words.find((one) => one.word === "theme");
  if (!word || findTarget(importId, word) !== null) return note;
  return [word.name, note].filter(Boolean).join("\n");
}
