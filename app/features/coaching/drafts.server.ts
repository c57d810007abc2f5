import { and, eq } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import { type Draft, findDraft, listDrafts } from "~/commands/drafts.server";
import { db } from "~/db/client.server";
import { coachingSessions } from "~/db/schema/coaching.server";
import { listOrganisationsWhere } from "~/features/organisations/queries.server";
import { zoneOfActor } from "~/features/organisations/zone.queries.server";
import { formatClock, formatDay } from "~/i18n/format";
import { now } from "~/lib/clock";
import { dayIn } from "~/lib/dates";
import { isId } from "~/lib/ids";
import { paths } from "~/paths";
import type { DraftFound } from "./components/draft-notice";
import { describePeople } from "./describe-people.server";
import { type TypedSession, typedFrom } from "./typed";

const shown = 3;

/** The path of a session form that drafts may be kept under; undefined for any other. */
export function formOf(path: string | null): string | undefined {
  if (path === paths.newCoaching()) return path;
  const [, id = ""] = /^\/coaching\/([^/]+)\/edit$/.exec(path ?? "") ?? [];
  return isId(id) ? paths.editCoachingSession(id) : undefined;
}

/** Whether this person already logged a session under this id: its late draft is not worth keeping. */
export function isLogged(actor: Actor, sessionId: string): boolean {
  const { id, createdById } = coachingSessions;
  const found = db()
    .select({ id })
    .from(coachingSessions)
    .where(and(eq(id, sessionId), eq(createdById, actor.userId)))
    .get();
  return found !== undefined;
}

/** The person's unsaved entries of this form, newest first, save the one that is being resumed. */
export function listUnsaved(actor: Actor, form: string, resumedId?: string): DraftFound[] {
  const drafts = listDrafts(actor.userId, form).filter((one) => one.id !== resumedId);
  return drafts.slice(0, shown).map((draft) => ({
    id: draft.id,
    sessionId: draft.fields.get("id") ?? "",
    time: draftTime(actor, draft.updatedAt),
    who: whoOf(actor, draft),
  }));
}

/** What a draft holds, and when it was last touched; undefined when it is not this person's. */
export function resumeDraft(actor: Actor, form: string, id: string | null): { typed: TypedSession; time: string } | undefined {
  const draft = id === null ? undefined : findDraft(actor.userId, form, id);
  return draft && { typed: typedFrom(draft.fields), time: draftTime(actor, draft.updatedAt) };
}

/** « 14 h 12 » today, « 23 nov. 2026, 14 h 12 » before, in the zone of the person's office. */
export function draftTime(actor: Actor, instant: number): string {
  const zone = zoneOfActor(actor);
  const clock = formatClock(actor.locale, instant, zone);
  const day = dayIn(zone, instant);
  return day === dayIn(zone, now()) ? clock : `${formatDay(actor.locale, day)}, ${clock}`;
}

/** Where the actor logs, the current one first. */
function officesOf(actor: Actor) {
  const offices = listOrganisationsWhere(actor, "coaching.log");
  return offices.toSorted((a, b) => Number(b.id === actor.currentOrganisationId) - Number(a.id === actor.currentOrganisationId));
}

function whoOf(actor: Actor, draft: Draft): string {
  const typed = typedFrom(draft.fields);
  const office = officesOf(actor).find((one) => one.id === typed.values.ownerId);
  if (!office) return "";
  const people = describePeople(actor, office, { people: typed.people.slice(0, 3) });
  return people.map((one) => one.name).join(", ");
}
