import type { Actor } from "~/access/actor";
import { listOrganisationsWhere } from "~/features/organisations/queries.server";
import { type Parsed, parseFields } from "~/http/form.server";
import { translator } from "~/i18n/translate";
import { instantOf } from "~/lib/clock-time.server";
import { NotFoundError } from "~/lib/errors";
import { newId } from "~/lib/ids";
import type { ConflictShown } from "./components/conflict-panel";
import { describeSession, differences } from "./describe-session.server";
import { type SessionInput, sessionSchema } from "./form";
import type { FormOffice } from "./form-data.server";
import { applyIntent, isSaving, readIntent, type SessionIntent } from "./intent";
import { postedFields } from "./posted-fields.server";
import { getCoachingSession } from "./queries.server";
import { typedFromSaved } from "./saved-session.server";
import { type TypedSession, typedFrom } from "./typed";

export interface PostedSession {
  intent: SessionIntent;
  typed: TypedSession;
  office: FormOffice;
  offices: FormOffice[];
}

/** The posted form after its intent, and the office that it is for: one where the actor logs. Throws NotFoundError where there is none. */
export function readPosted(actor: Actor, fields: FormData): PostedSession {
  const given = typedFrom(fields);
  const asked = readIntent(fields.get("intent"));
  // A name typed and not picked: saving looks for it rather than losing it.
  const isUnpicked = isSaving(asked) && given.people.length === 0 && Boolean(given.values.who?.trim());
  const intent: SessionIntent = isUnpicked ? { kind: "search" } : asked;
  const offices = listWorkplaces(actor);
  const office = offices.find((one) => one.id === given.values.ownerId) ?? offices[0];
  if (!office) throw new NotFoundError("workplace");
  return { intent, typed: applyIntent(given, intent), office, offices };
}

/** Where the actor logs, the current office first. */
export function listWorkplaces(actor: Actor): FormOffice[] {
  const isCurrent = (office: FormOffice) => Number(office.id === actor.currentOrganisationId);
  return listOrganisationsWhere(actor, "coaching.log").toSorted((a, b) => isCurrent(b) - isCurrent(a));
}

/** The form's input checked; `apart` gives it an id of its own, `incomplete` leaves it open. */
export function parseSession(actor: Actor, { typed, intent }: Pick<PostedSession, "typed" | "intent">): Parsed<SessionInput> {
  const values = { ...typed.values };
  if (intent.kind === "incomplete") values.isLeftOpen = "on";
  if (intent.kind === "apart") values.id = values.apartId ?? "";
  return parseFields(postedFields(actor.locale, { ...typed, values }), sessionSchema, actor.locale);
}

/** What to say once it is saved; a clock time that came twice that night is said. */
export function savedText(actor: Actor, office: { zone: string }, input: SessionInput): string {
  const isDoubled = input.hour !== undefined && instantOf(input.heldOn, input.hour, office.zone)?.isDoubled === true;
  return translator(actor.locale)(isDoubled ? "sessionForm:savedDoubled" : "sessionForm:saved");
}

/**
 * Two contents for one session, side by side, and the form's values with which saving again
 * replaces the saved one. Where the saved one is out of sight nothing of it is shown.
 */
export function readConflict(
  actor: Actor,
  given: { reason: ConflictShown["reason"]; sessionId: string; typed: TypedSession },
): { conflict: ConflictShown; version: string | undefined } {
  const saved = findSaved(actor, given.sessionId);
  const { locale } = actor;
  const rows = saved
    ? differences(
        describeSession(locale, saved.ownerId, typedFromSaved(saved)),
        describeSession(locale, saved.ownerId, given.typed),
      )
    : [];
  const shown = { reason: given.reason, sessionId: given.sessionId, rows, apartId: newId(), canReplace: saved !== undefined };
  return { conflict: shown, version: saved && String(saved.version) };
}

function findSaved(actor: Actor, sessionId: string) {
  try {
    return getCoachingSession(actor, sessionId, "coaching.correct");
  } catch (error) {
    if (error instanceof NotFoundError) return undefined;
    throw error;
  }
}
