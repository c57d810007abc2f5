import { z } from "zod";
import type { Actor } from "~/access/actor";
import { authorize } from "~/access/authorized";
import { dayAt } from "~/features/organisations/zone.queries.server";
import { now } from "~/lib/clock";
import { NotFoundError, RuleError } from "~/lib/errors";
import { stepsOfMeasures } from "./measure-steps.server";
import { type StartingStep, startPlan } from "./start.commands.server";
import type { StartTarget } from "./start-page.server";
import { stepsOfPlan, stepsOfTemplate } from "./starting-steps.server";
import { getTemplate } from "./templates.server";

const schema = z.object({
  id: z.uuid(),
  steps: z.array(z.string().max(40)).max(200),
  targets: z.array(z.string().max(40)).max(100),
  publication: z.enum(["draft", "published"]),
});

interface Posted {
  fields: FormData;
  /** A template's slug, a provider whose plan is copied, or `record`: what the record itself asks for. */
  source: { template: string | null; from: string | null; measures: string | null };
  /** The session whose participants they are, read in scope, and the providers that it was held with. */
  session?: { id: string; present: readonly string[] } | undefined;
}

/** What was ticked, to show the form again. */
export interface StartTicks {
  steps: string[];
  targets: string[];
  publication: string;
}

export const readTicks = (fields: FormData): StartTicks => ({
  steps: fields.getAll("steps").map(String),
  targets: fields.getAll("targets").map(String),
  publication: String(fields.get("publication") ?? "draft"),
});

/**
 * Adds the ticked steps to the ticked plans. Answers how many were added in all, and to whom first.
 * Throws RuleError `noneChosen`, NotFoundError for a source that is out of sight.
 */
export function startFromForm(actor: Actor, targets: readonly StartTarget[], posted: Posted): { added: number; first: string } {
  const { fields, source, session } = posted;
  const parsed = schema.safeParse({ id: fields.get("id"), ...readTicks(fields) });
  if (!parsed.success) throw new NotFoundError("start");
  const { id, publication, steps } = parsed.data;
  const chosen = targets.filter((target) => parsed.data.targets.includes(target.id));
  const [first] = chosen;
  if (!first || steps.length === 0) throw new RuleError("noneChosen");
  const tied = (providerId: string) => (session?.present.includes(providerId) ? session.id : undefined);
  let added = 0;
  for (const target of chosen) {
    const row = authorize(actor, "plan.edit", { ...target, providerId: target.id });
    const given = stepsFor(actor, target, { source, steps });
    added += startPlan(actor, row, { id, steps: given, isPublished: publication === "published", tiedTo: tied(target.id) }).added;
  }
  return { added, first: first.id };
}

function stepsFor(actor: Actor, target: StartTarget, asked: { source: Posted["source"]; steps: string[] }): StartingStep[] {
  const { template, from, measures } = asked.source;
  if (from) return stepsOfPlan(actor, from, asked.steps);
  if (measures) return stepsOfMeasures(actor, target, asked.steps);
  const today = dayAt(target.ownerId, now());
  return stepsOfTemplate(getTemplate(template ?? ""), { ownerId: target.ownerId, today, chosen: asked.steps.map(Number) });
}
