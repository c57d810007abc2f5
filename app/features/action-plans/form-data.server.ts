import type { Actor } from "~/access/actor";
import { listCoachesBeside } from "~/features/accounts/people.queries.server";
import { listContacts } from "~/features/providers/queries.server";
import { themeCodes } from "~/features/themes/model";
import { formatDay } from "~/i18n/format";
import { translator } from "~/i18n/translate";
import type { ActionRow } from "./actions.commands.server";
import type { ActionFormData } from "./components/action-form";
import { listLinkableResources } from "./resources.queries.server";

/** What the action form shows: the values given, and the lists of its choices. */
export function readActionForm(
  actor: Actor,
  provider: { id: string; ownerId: string },
  values: Record<string, unknown>,
): ActionFormData {
  const t = translator(actor.locale);
  const { ownerId } = provider;
  return {
    values: textsOfValues(values),
    contacts: listContacts(actor, provider.id).map(({ id, name }) => ({ id, name })),
    people: listCoachesBeside([ownerId], ""),
    isDraft: values.publishedAt === null || values.publishedAt === undefined,
    themes: themeCodes.map((code) => ({ code, name: t(`themes:${code}.name`) })),
    resources: listLinkableResources(ownerId),
  };
}

/** Gestures as the form writes them, one a line. */
const linesOf = (steps: readonly unknown[]): string =>
  steps.flatMap((step) => (typeof step === "object" && step !== null && "title" in step ? [String(step.title)] : [])).join("\n");

const formFields = ["title", "why", "how", "doneBy", "priority", "dueOn", "minutes", "theme", "resourceId", "steps"] as const;

/** The fields in which what is saved differs from what was typed, in words, for a 409. */
export function differencesOf(actor: Actor, saved: ActionRow, typed: Record<string, unknown>) {
  const t = translator(actor.locale);
  const [mine, theirs] = [textsOfValues(typed), textsOfValues({ ...saved })];
  return formFields
    .filter((field) => (mine[field] ?? "") !== (theirs[field] ?? ""))
    .map((field) => ({
      field,
      label: t(`actionPlans:form.${field}`),
      saved: field === "dueOn" ? formatDay(actor.locale, theirs[field]) : (theirs[field] ?? ""),
    }));
}

function textsOfValues(values: Record<string, unknown>): Record<string, string> {
  const given = Object.entries(values).filter(([, value]) => typeof value === "string" || typeof value === "number");
  const texts = Object.fromEntries(given.map(([name, value]) => [name, String(value)]));
  return Array.isArray(values.steps) ? { ...texts, steps: linesOf(values.steps) } : texts;
}
