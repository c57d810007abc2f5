import type { Actor } from "~/access/actor";
import { authorize } from "~/access/authorized";
import { logCoachingSession } from "~/features/coaching/commands.server";
import type { SessionInput } from "~/features/coaching/form";
import { shareSession } from "~/features/coaching/workshop-sessions.commands.server";
import { newId } from "~/lib/ids";

/** A session's input with everything that a form would send; say only what the test is about. */
export function sessionInput(given: Partial<SessionInput> & { providers?: readonly string[] } = {}): SessionInput {
  const { providers = [], ...rest } = given;
  return {
    id: newId(),
    ownerId: "",
    participants: providers.map((providerId) => ({ providerId, presence: "present" })),
    headCount: 0,
    heldOn: "2026-11-02",
    duration: 60,
    channel: "visit",
    theme: "website",
    note: "Vu ensemble.",
    privateNote: "",
    preparation: 0,
    travel: 0,
    travelKilometres: 0,
    nextStepDue: "none",
    ...rest,
  };
}

/** A session logged by the product's own command; returns its id. */
export function makeSession(
  facilitator: Actor,
  office: { id: string; zone: string; ownerId: string },
  given: Partial<SessionInput> & { providers?: readonly string[] } = {},
): string {
  return logCoachingSession(facilitator, authorize(facilitator, "coaching.log", office), sessionInput(given)).id;
}

interface Pooled {
  by: Actor;
  holder: { id: string; zone: string; ownerId: string };
  /** The office that takes part, and its provider that was there. */
  guest: { organisationId: string; providerId: string };
  given?: Partial<SessionInput>;
}

/** A session held for two offices, two people of each there and three of the guest office's missing; returns its id. */
export function makePooledSession({ by, holder, guest, given = {} }: Pooled): string {
  const id = makeSession(by, holder, { title: "Avis à deux offices", duration: 90, headCount: 4, ...given });
  const people = [
    { organisationId: holder.id, supports: 2, excused: 1, absent: 0 },
    { organisationId: guest.organisationId, supports: 2, excused: 0, absent: 3 },
  ];
  shareSession(id, people, [guest]);
  return id;
}
