import { eq } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import type { Authorized } from "~/access/authorized";
import { run } from "~/commands/run.server";
import { db } from "~/db/client.server";
import { workshopRegistrations } from "~/db/schema/workshops.server";
import { listContactsOf } from "~/features/coaching/people.queries.server";
import { zoneOf } from "~/features/organisations/zone.queries.server";
import { listProvidersById } from "~/features/providers/queries.server";
import { translator } from "~/i18n/translate";
import { RuleError } from "~/lib/errors";
import { afterCorrection } from "./corrected.server";
import type { Match } from "./matching.queries.server";
import { findWorkshop } from "./seats.server";

type Registration = Authorized<{ id: string; ownerId: string; workshopId: string }, "workshop.hold">;

/** Says which provider a registered person belongs to; a session already written follows. Throws RuleError `unknownProvider`. */
export function matchRegistration(
  actor: Actor,
  registration: Registration,
  match: Pick<Match, "providerId" | "contactId">,
): string {
  const { id, ownerId, workshopId } = registration;
  return run(actor, { name: "workshop.match", id, input: match, ownerId, isOnce: false }, ({ now }) => {
    const [provider] = listProvidersById(actor, [match.providerId], "provider.coach");
    if (provider?.ownerId !== ownerId) throw new RuleError("unknownProvider");
    const { providerId } = match;
    const office = { id: ownerId, zone: findWorkshop(workshopId)?.zone ?? zoneOf(ownerId) };
    const contactId = listContactsOf(actor, [providerId], office).find((one) => one.id === match.contactId)?.id ?? null;
    db()
      .update(workshopRegistrations)
      .set({ providerId, contactId, organisationId: ownerId })
      .where(eq(workshopRegistrations.id, id))
      .run();
    const workshop = findWorkshop(workshopId);
    // One tap says whose person it is: that is the reason, where a finished report told the day.
    const reason = translator(actor.locale)("workshops:attendance.matchReason", { name: provider.name });
    if (workshop?.state === "held") afterCorrection(actor, workshopId, { at: now, reason });
    return provider.name;
  });
}
