import type { Actor } from "~/access/actor";
import { authorize } from "~/access/authorized";
import { parseFields } from "~/http/form.server";
import { type TextKey, translator } from "~/i18n/translate";
import { RuleError } from "~/lib/errors";
import { addBlock, moveBlock, writeBlock } from "./blocks.commands.server";
import { deleteReport, finishReport, keepTemplate, refreshFigures } from "./commands.server";
import { addBlockSchema, blockSchema, moveBlockSchema } from "./form";
import type { Report } from "./queries.server";

/** What a page's form asks of a report: done, its words; or refused, with what was typed. */
export function act(actor: Actor, report: Report, posted: FormData) {
  const t = translator(actor.locale);
  const done = (key: TextKey) => ({ said: String(t(key)), reply: undefined });
  const intent = String(posted.get("intent") ?? "");
  if (intent === "write") return write(actor, { report, posted }, done);
  if (intent === "add") return add(actor, { report, posted }, done);
  if (intent === "up" || intent === "down" || intent === "out") {
    const { blockId } = moveBlockSchema.parse({ blockId: posted.get("blockId"), to: intent });
    moveBlock(actor, authorize(actor, "report.make", report), { blockId, to: intent });
    return done(intent === "out" ? "reports:removed" : "reports:moved");
  }
  if (intent !== "refresh") return headAct(actor, { report, intent }, done);
  refreshFigures(actor, authorize(actor, "report.make", report));
  return done("reports:refreshed");
}

interface Posted {
  report: Report;
  posted: FormData;
}

function write<T>(actor: Actor, { report, posted }: Posted, done: (key: TextKey) => T) {
  const form = parseFields(posted, blockSchema, actor.locale);
  if (!form.isValid) return { said: "", reply: form.reply };
  writeBlock(actor, authorize(actor, "report.make", report), form.value);
  return done("reports:saved");
}

function add<T>(actor: Actor, { report, posted }: Posted, done: (key: TextKey) => T) {
  const form = parseFields(posted, addBlockSchema, actor.locale);
  if (!form.isValid) return { said: "", reply: form.reply };
  addBlock(actor, authorize(actor, "report.make", report), form.value);
  return done("reports:added");
}

/** What the head of the office alone does. */
function headAct<T>(actor: Actor, { report, intent }: { report: Report; intent: string }, done: (key: TextKey) => T): T {
  const own = authorize(actor, "report.finish", report);
  if (intent === "finish") {
    finishReport(actor, own);
    return done("reports:finished");
  }
  if (intent === "keep") {
    keepTemplate(actor, own);
    return done("reports:kept");
  }
  if (intent !== "delete") throw new RuleError("invalid");
  deleteReport(actor, own, { isBack: false });
  return done("reports:deleted");
}
