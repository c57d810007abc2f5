import { and, eq, inArray, isNull } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import { db } from "~/db/client.server";
import { organisations } from "~/db/schema/organisations.server";
import { resources } from "~/db/schema/resources.server";
import { addDays } from "~/lib/dates";
import { isOpen, proposedDueOn } from "./model";
import { listActions } from "./queries.server";
import type { StartingStep } from "./start.commands.server";
import type { PlanTemplate } from "./template.model";

/** A template's chosen steps (their places, all when none is given) dated from `today`, with their sheets. */
export function stepsOfTemplate(template: PlanTemplate, asked: { ownerId: string; today: string; chosen: readonly number[] }) {
  const sheets = findSheets(template.steps.flatMap((step) => step.sheet ?? []));
  const beforeSeason = proposedDueOn(asked.today, seasonOf(asked.ownerId));
  return template.steps
    .filter((_step, place) => asked.chosen.includes(place))
    .map(({ sheet, weeks, steps, theme, ...step }): StartingStep => {
      const dueOn = weeks ? addDays(asked.today, weeks * 7) : beforeSeason;
      const gestures = steps.map((title) => ({ title, isDone: false }));
      const resourceId = sheet ? (sheets.get(sheet)?.id ?? null) : null;
      return {
        ...step,
        theme: theme ?? template.theme,
        dueOn,
        resourceId,
        steps: gestures,
        origin: `template:${template.slug}`,
      };
    });
}

/** The open steps of another plan that the actor reads, as they would stand in a new one: nothing ticked, no day. */
export function stepsOfPlan(actor: Actor, providerId: string, chosen: readonly string[]): StartingStep[] {
  return listActions(actor, providerId, "plan.edit")
    .filter((action) => chosen.includes(action.id))
    .map((action) => ({
      title: action.title,
      why: action.why,
      how: action.how,
      theme: action.theme,
      doneBy: action.doneBy,
      priority: action.priority,
      minutes: action.minutes,
      resourceId: action.resourceId,
      steps: action.steps.map(({ title }) => ({ title, isDone: false })),
      origin: `copy:${action.id}`,
    }));
}

/** The steps of a plan that are worth copying: those ahead. */
export const copyable = (actor: Actor, providerId: string) =>
  listActions(actor, providerId, "plan.edit").filter((action) => isOpen(action.state));

/** ISO weeks of full season of an office. */
export function seasonOf(ownerId: string): number[] {
  return (
    db().select({ weeks: organisations.seasonWeeks }).from(organisations).where(eq(organisations.id, ownerId)).get()?.weeks ?? []
  );
}

/** The shipped sheets of these slugs that are still there. */
export function findSheets(slugs: readonly string[]): Map<string, { id: string; title: string }> {
  if (slugs.length === 0) return new Map();
  const rows = db()
    .select({ slug: resources.slug, id: resources.id, title: resources.title })
    .from(resources)
    .where(and(inArray(resources.slug, [...slugs]), isNull(resources.ownerId), isNull(resources.deletedAt)))
    .all();
  return new Map(rows.map(({ slug, ...row }) => [slug, row]));
}
