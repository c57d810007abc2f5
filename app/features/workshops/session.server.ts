import { and, asc, eq } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import type { Authorized } from "~/access/authorized";
import { db } from "~/db/client.server";
import { providers } from "~/db/schema/providers.server";
import { workshopFacilitators, workshopRegistrations, workshopResources } from "~/db/schema/workshops.server";
import { logCoachingSession } from "~/features/coaching/commands.server";
import type { Expected } from "~/features/coaching/model";
import { listStaff } from "~/features/coaching/people.queries.server";
import { isTheme, type Theme } from "~/features/themes/model";
import { clockOf } from "~/lib/clock-time.server";
import { RuleError } from "~/lib/errors";
import { newId } from "~/lib/ids";
import type { SessionChannel } from "~/lib/vocabulary";
import type { WorkshopRow } from "./seats.server";

type Office = Authorized<{ id: string; zone: string }, "coaching.log">;

/** Writes the group session of a workshop that was held, left to complete; returns its id. Throws RuleError `nobodyCame`. */
export function writeGroupSession(actor: Actor, office: Office, row: WorkshopRow): string {
  const participants = participantsOf(row);
  if (participants.length === 0 && row.headCount === 0) throw new RuleError("nobodyCame");
  const { id } = logCoachingSession(actor, office, {
    id: newId(),
    ownerId: office.id,
    participants,
    headCount: row.headCount,
    title: row.title,
    heldOn: row.heldOn,
    hour: clockOf(row.startsAt, row.zone),
    duration: row.durationMinutes,
    channel: channels[row.place],
    theme: mainTheme(row.themes),
    note: "",
    // Its own name is the reason, where its day is in a finished report.
    reportReason: row.title.slice(0, 300),
    privateNote: "",
    preparation: 0,
    travel: 0,
    travelKilometres: 0,
    nextStepDue: "none",
    facilitators: facilitatorsOf(row.id, office),
    resources: resourcesOf(row.id),
    isLeftOpen: "on",
  });
  return id;
}

const channels: Record<WorkshopRow["place"], SessionChannel> = {
  office: "office",
  provider: "visit",
  elsewhere: "elsewhere",
  online: "video",
};

const mainTheme = (themes: readonly string[]): Theme | undefined => themes.find(isTheme);

/** Everyone who had a seat, as the log names them: by provider where known, else by name and establishment. */
export function participantsOf(row: Pick<WorkshopRow, "id" | "ownerId">): (Expected & { contacts?: string[] | undefined })[] {
  const rows = db()
    .select({ person: workshopRegistrations, ownerId: providers.ownerId })
    .from(workshopRegistrations)
    .leftJoin(providers, eq(providers.id, workshopRegistrations.providerId))
    .where(and(eq(workshopRegistrations.workshopId, row.id), eq(workshopRegistrations.state, "registered")))
    .orderBy(asc(workshopRegistrations.position))
    .all();
  return rows.map(({ person, ownerId }) => {
    const presence = person.presence ?? "absent";
    // A provider of another office is that office's to name.
    if (!person.providerId || ownerId !== row.ownerId) return { name: fullName(person), presence };
    if (person.contactId) return { providerId: person.providerId, contacts: [person.contactId], presence };
    return { providerId: person.providerId, others: person.name.replace(/[,;]/g, " "), presence };
  });
}

const fullName = (person: { name: string; establishment: string }): string =>
  (person.establishment ? `${person.name} (${person.establishment})` : person.name).slice(0, 120);

function facilitatorsOf(workshopId: string, office: { id: string; zone: string }): string[] {
  const mayLog = new Set(listStaff(office, "coaching.log").map((one) => one.id));
  const rows = db().select().from(workshopFacilitators).where(eq(workshopFacilitators.workshopId, workshopId)).all();
  return rows.map((row) => row.userId).filter((id) => mayLog.has(id));
}

function resourcesOf(workshopId: string): string[] {
  const rows = db().select().from(workshopResources).where(eq(workshopResources.workshopId, workshopId)).all();
  return rows.map((row) => row.resourceId);
}
