import { and, eq, inArray, ne } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import type { Authorized } from "~/access/authorized";
import { run } from "~/commands/run.server";
import { db } from "~/db/client.server";
import { importRecords, imports } from "~/db/schema/imports.server";
import { enqueue } from "~/jobs/queue.server";
import { RuleError } from "~/lib/errors";
import { decodePlan, encodePlan, findImportRow, type ImportRow, setImport, setRecord } from "./stored.server";

type Office = Authorized<{ id: string }, "provider.import">;
type Import = Authorized<{ id: string; ownerId: string }, "provider.import">;

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
    if (!input.isReadHere)
      enqueue({ kind: "import.read", payload: { importId: input.id }, dedupeKey: `import.read ${input.id}` });
    return { id: input.id };
  });
}

/** Reads a spreadsheet with the columns that a person gave; remembered for the office's next file of the same headers. */
export function mapImport(actor: Actor, row: Import, mapping: string): void {
  changing(actor, row)({ name: "import.map", input: mapping }, (current) => {
    if (current.state !== "to_map" && current.state !== "to_review") throw new RuleError("importState");
    refuseWhileBusy(row.ownerId, row.id);
    setImport(row.id, { mapping, state: "reading", done: 0, total: null, error: null });
    enqueue({ kind: "import.read", payload: { importId: row.id }, dedupeKey: `import.read ${row.id}` });
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

/** Starts writing the reviewed rows; throws RuleError `importBusy` or `importState`. */
export function applyImport(actor: Actor, row: Import, options: { isAppliedHere?: boolean } = {}): void {
  changing(actor, row)({ name: "import.apply", input: null }, (current) => {
    if (current.state === "applying" || current.state === "applied") return;
    if (current.state !== "to_review") throw new RuleError("importState");
    refuseWhileBusy(row.ownerId, row.id);
    setImport(row.id, { state: "applying", done: 0 });
    if (!options.isAppliedHere)
      enqueue({ kind: "import.apply", payload: { importId: row.id }, dedupeKey: `import.apply ${row.id}` });
  });
}

/** Starts taking a whole import back, within 30 days; throws RuleError `importUndo` after that. */
export function undoImport(actor: Actor, row: Import): void {
  changing(actor, row)({ name: "import.undo", input: null }, (current, now) => {
    if (!canUndo(current, now)) throw new RuleError("importUndo");
    refuseWhileBusy(row.ownerId, row.id);
    enqueue({ kind: "import.undo", payload: { importId: row.id }, dedupeKey: `import.undo ${row.id}` });
  });
}

/** Gives up an import that has not been applied. */
export function discardImport(actor: Actor, row: Import): void {
  changing(actor, row)({ name: "import.discard", input: null }, (current) => {
    if (current.state === "applying" || current.state === "applied") throw new RuleError("importState");
    db().delete(importRecords).where(eq(importRecords.importId, row.id)).run();
    db().delete(imports).where(eq(imports.id, row.id)).run();
  });
}

/** A change of one import, its row read and the question asked again inside the transaction. */
function changing(actor: Actor, row: Import) {
  const subject = { permission: "provider.import" as const, reread: () => findImportRow(row.id) };
  return (command: { name: string; input: unknown }, work: (current: ImportRow, now: number) => void): void => {
    run(actor, { ...command, id: row.id, ownerId: row.ownerId, subject, isOnce: false }, ({ now }) => {
      const current = findImportRow(row.id);
      if (current) work(current, now);
    });
  };
}

function refuseWhileBusy(ownerId: string, importId: string): void {
  const busy = db()
    .select({ id: imports.id })
    .from(imports)
    .where(and(eq(imports.ownerId, ownerId), inArray(imports.state, ["reading", "applying"]), ne(imports.id, importId)))
    .get();
  if (busy) throw new RuleError("importBusy");
}
