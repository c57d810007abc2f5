import { and, eq } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import type { Authorized } from "~/access/authorized";
import { type Command, run, type Work } from "~/commands/run.server";
import { db } from "~/db/client.server";
import { activityReportBlocks, activityReports } from "~/db/schema/reports.server";
import { ConflictError, NotFoundError, RuleError } from "~/lib/errors";
import type { AddBlockInput, BlockInput } from "./form";
import { isBlockKind, isReportList, shippedBlocks } from "./model";
import { type Block, findQuote, listBlocks, type Report } from "./queries.server";

type Draft = Authorized<Report, "report.make">;

/** Saves the texts of one block, keeping what they were. Throws ConflictError when they were saved since, RuleError `reportFinished`. */
export function writeBlock(actor: Actor, report: Draft, input: BlockInput): void {
  inDraft(actor, report, {
    name: "report.writeBlock",
    id: input.blockId,
    input,
    work: ({ revise }) => {
      const current = findBlock(report.id, input.blockId);
      if (current.version !== input.version) throw new ConflictError("version", current);
      revise("activity_report_blocks", current);
      const { title, body } = input;
      update(current.id, { title, body, version: current.version + 1 });
    },
  });
}

/** Moves a block one place, or takes it out (its revision is kept). Throws NotFoundError, RuleError `reportFinished`. */
export function moveBlock(actor: Actor, report: Draft, input: { blockId: string; to: "up" | "down" | "out" }): void {
  inDraft(actor, report, {
    name: "report.moveBlock",
    id: input.blockId,
    input,
    work: ({ revise }) => {
      const current = findBlock(report.id, input.blockId);
      if (input.to === "out") {
        revise("activity_report_blocks", current);
        db().delete(activityReportBlocks).where(eq(activityReportBlocks.id, current.id)).run();
        return;
      }
      const blocks = listBlocks(report.id);
      const at = blocks.findIndex((block) => block.id === current.id);
      const other = blocks[input.to === "up" ? at - 1 : at + 1];
      if (!other) return;
      const order = blocks.map((block) => (block.id === current.id ? other : block.id === other.id ? current : block));
      for (const [place, block] of order.entries()) update(block.id, { place });
    },
  });
}

/** Adds a block at the end. Throws RuleError `unknownChoice` for a quote that may not be quoted, `reportFinished`. */
export function addBlock(actor: Actor, report: Draft, input: AddBlockInput): void {
  inDraft(actor, report, {
    name: "report.addBlock",
    id: input.id,
    input,
    isOnce: true,
    work: () => {
      const [kind = "", list] = input.kind.split(":");
      if (!isBlockKind(kind)) throw new RuleError("unknownChoice", {}, "kind");
      const place = (listBlocks(report.id).at(-1)?.place ?? -1) + 1;
      const content = { ...contentOf(report, kind, input), ...(list && isReportList(list) ? { list } : {}) };
      db().insert(activityReportBlocks).values({ id: input.id, reportId: report.id, place, kind, content }).run();
    },
  });
}

function contentOf(report: Draft, kind: string, { quoteId }: AddBlockInput): Block["content"] {
  if (kind === "quote") {
    if (!quoteId || !findQuote(report.ownerId, quoteId)) throw new RuleError("unknownChoice", {}, "quoteId");
    return { quoteId };
  }
  return { ...shippedBlocks.find((block) => block.kind === kind)?.content };
}

interface DraftCommand extends Pick<Command, "name" | "id" | "input" | "isOnce"> {
  work: (context: Work) => void;
}

function inDraft(actor: Actor, report: Draft, { work, ...command }: DraftCommand): void {
  const reread = () => db().select().from(activityReports).where(eq(activityReports.id, report.id)).get();
  const subject = { permission: "report.make" as const, reread };
  run(actor, { isOnce: false, ...command, ownerId: report.ownerId, subject }, (context) => {
    if (reread()?.state !== "draft") throw new RuleError("reportFinished");
    work(context);
  });
}

function findBlock(reportId: string, id: string): Block {
  const own = and(eq(activityReportBlocks.id, id), eq(activityReportBlocks.reportId, reportId));
  const row = db().select().from(activityReportBlocks).where(own).get();
  if (!row) throw new NotFoundError("block");
  return row;
}

function update(id: string, changes: Partial<typeof activityReportBlocks.$inferInsert>): void {
  db().update(activityReportBlocks).set(changes).where(eq(activityReportBlocks.id, id)).run();
}
