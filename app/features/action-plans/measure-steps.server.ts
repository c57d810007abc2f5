import type { Actor } from "~/access/actor";
import { dayAt } from "~/features/organisations/zone.queries.server";
import { now } from "~/lib/clock";
import { listRecordEvidence } from "./evidence.queries.server";
import { type Recommendation, recommend } from "./measure.model";
import { listMeasures } from "./measures.server";
import { proposedDueOn } from "./model";
import { findProviderLocale, listActions } from "./queries.server";
import type { StartingStep } from "./start.commands.server";
import { findSheets, seasonOf } from "./starting-steps.server";

interface Followed {
  id: string;
  ownerId: string;
}

/** The measures that a provider's record asks for: those to choose from, and those that its plan holds already, with the step's state. */
export function measuresOf(actor: Actor, provider: Followed) {
  const held = new Map(listActions(actor, provider.id, "plan.edit").map(({ origin, state }) => [origin, state]));
  const asked = recommend(listMeasures(), listRecordEvidence(actor, provider));
  return {
    open: asked.filter(({ measure }) => !held.has(originOf(measure.id))),
    kept: asked.flatMap(({ measure }) => {
      const state = held.get(originOf(measure.id));
      return state ? [{ measure, state }] : [];
    }),
  };
}

/**
 * The chosen measures (their ids) that this provider's own record asks for, as steps in the language of
 * its people, due before the season, each with its sheet where that is still there.
 */
export function stepsOfMeasures(actor: Actor, provider: Followed, chosen: readonly string[]): StartingStep[] {
  const asked = measuresOf(actor, provider).open.filter(({ measure }) => chosen.includes(measure.id));
  const sheets = findSheets(asked.map(({ measure }) => measure.sheet));
  const locale = findProviderLocale(actor, provider.id);
  const dueOn = proposedDueOn(dayAt(provider.ownerId, now()), seasonOf(provider.ownerId));
  return asked.map(({ measure }: Recommendation) => {
    const { id, texts, theme, minutes, doneBy, priority, sheet } = measure;
    const { steps, ...words } = texts[locale];
    const gestures = steps.map((title) => ({ title, isDone: false }));
    const resourceId = sheets.get(sheet)?.id ?? null;
    return { ...words, theme, minutes, doneBy, priority, resourceId, dueOn, steps: gestures, origin: originOf(id) };
  });
}

const originOf = (id: string) => `measure:${id}`;
