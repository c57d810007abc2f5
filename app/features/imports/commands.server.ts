import { and, eq, inArray } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import type { Authorized } from "~/access/authorized";
import { run } from "~/commands/run.server";
import { db } from "~/db/client.server";
import { importRecords, imports } from "~/db/schema/imports.server";
import { enqueue } from "~/jobs/queue.server";
import { RuleError } from "~/lib/errors";
import { changing, type Import, refuseWhileBusy } from "./changing.server";
import { dropImportFile } from "./file-store.server";
import { countUnanswered } from "./matches.queries.server";
import { isBatchReported, isComingReported, refuseWithoutReason } from "./reported-days.server";
import { jobKind } from "./rows.model";
import { decodePlan, encodePlan, forgetRecords, type ImportRow, setImport, setRecord } from "./stored.server";
import { askForImportSweep } from "./sweep.commands.server";

type Office = Authorized<{ id: string }, "provider.import">;

/** How long a whole import can be undone: 30 days. */
export const undoMs = 30 * 86_400_000;
export const canUndo = (row: Pick<ImportRow, "state" | "appliedAt">, at: number): boolean =>
  row.state === "applied" && row.appliedAt !== null && at - row.appliedAt < undoMs;

/** Takes a file in and asks for its reading; throws RuleError `importBusy` while another of the office is at work. */
export function startImport(
  actor: Actor,
  office: Office,
  input: { id: string; fileName: string; isReadHere?: boolean },
): { id: string } {
  const command = { name: "import.start", id: input.id, input, ownerId: office.id };
  return run(actor, command, ({ now }) => {
    refuseWhileBusy(office.id, input.id);
    const row = { id: input.id, ownerId: office.id, fileName: input.fileName, createdById: actor.userId, createdAt: now };
    db()
      .insert(imports)
      .values({ ...row, state: "reading" })
      .run();
    if (input.isReadHere) return { id: input.id };
    askFor(jobKind("listings", "read"), input.id);
    askForImportSweep();
    return { id: input.id };
  });
}

export interface Choice {
  position: number;
  isChosen: boolean;
  /** Follow the grouping proposed? */
  isAccepted: boolean;
}

/** Keeps what the reviewer ticked on one page of rows. */
export function chooseRecords(actor: Actor, row: Import, choices: readonly Choice[]): void {
  changing(actor, row)({ name: "import.choose", input: choices }, (current) => {
    if (current.state !== "to_review") throw new RuleError("importState");
    const positions = choices.map((choice) => choice.position);
    const rows = db()
      .select()
      .from(importRecords)
      .where(and(eq(importRecords.importId, row.id), inArray(importRecords.position, positions)))
      .all();
    for (const record of rows) {
      const choice = choices.find((one) => one.position === record.position);
      const plan = decodePlan(record.changes);
      if (!choice) continue;
      const proposal = plan.proposal && { ...plan.proposal, isAccepted: choice.isAccepted };
      setRecord(record, { isChosen: choice.isChosen, changes: encodePlan({ ...plan, proposal }) });
    }
  });
}

/** Starts writing the reviewed rows; throws RuleError `importBusy`, `importState`, or `importReason` in a reported period. */
export function applyImport(
  actor: Actor,
  row: Import,
  options: { isAppliedHere?: boolean; reportReason?: string | undefined } = {},
): void {
  changing(actor, row)({ name: "import.apply", input: options }, (current) => {
    if (current.state === "applying" || current.state === "applied") return;
    if (current.state !== "to_review") throw new RuleError("importState");
    refuseWhileBusy(row.ownerId, row.id);
    const left = countUnanswered(row.id);
    if (left > 0) throw new RuleError("matchesLeft", { count: left }, "matches");
    const { reportReason = null } = options;
    refuseWithoutReason(isComingReported(current), reportReason);
    setImport(row.id, { state: "applying", done: 0, sample: null, reportReason });
    if (!options.isAppliedHere) askFor(jobKind(current.content, "apply"), row.id);
  });
}

/** Starts taking a whole import back, within 30 days; throws RuleError `importUndo` after that, `importReason` in a reported period. */
export function undoImport(actor: Actor, row: Import, reportReason?: string): void {
  changing(actor, row)({ name: "import.undo", input: reportReason ?? null }, (current, now) => {
    if (!canUndo(current, now)) throw new RuleError("importUndo");
    refuseWhileBusy(row.ownerId, row.id);
    refuseWithoutReason(isBatchReported(current, { isCounted: true }), reportReason);
    setImport(row.id, { reportReason: reportReason ?? null });
    askFor(jobKind(current.content, "undo"), row.id);
  });
}

/** Notes whether an applied batch of past sessions is in the figures. */
export function noteCounted(actor: Actor, row: Import, isCounted: boolean): void {
  changing(actor, row)({ name: "import.count", input: isCounted }, (current) => {
    if (current.state !== "applied") throw new RuleError("importState");
    setImport(row.id, { isCounted });
  });
}

/** Gives up an import that has not been applied; its file goes too. */
export function discardImport(actor: Actor, row: Import): void {
  changing(actor, row)({ name: "import.discard", input: null }, (current) => {
    if (current.state === "applying" || current.state === "applied") throw new RuleError("importState");
    forgetRecords(row.id);
    db().delete(imports).where(eq(imports.id, row.id)).run();
  });
  dropImportFile(row.id);
}

function askFor(kind: string, importId: string): void {
  enqueue({ kind, payload: { importId }, dedupeKey: `${kind} ${importId}` });
}
