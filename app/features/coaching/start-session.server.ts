import type { Actor } from "~/access/actor";
import { now } from "~/lib/clock";
import { dayIn } from "~/lib/dates";
import { NotFoundError } from "~/lib/errors";
import { isId, newId } from "~/lib/ids";
import type { FormOffice } from "./form-data.server";
import { listWorkplaces } from "./posted-session.server";
import { getCoachingSession } from "./queries.server";
import { typedFromSaved } from "./saved-session.server";
import { newPerson, type TypedSession } from "./typed";

interface Start {
  id: string;
  office: FormOffice;
  offices: FormOffice[];
  typed: TypedSession;
}

/** What « Refaire » takes over; the rest belongs to the session that it copies. */
const repeated = [
  "ownerId",
  "title",
  "duration",
  "channel",
  "theme",
  "preparation",
  "travel",
  "travelKilometres",
  "headCount",
  "funderId",
] as const;

/**
 * What a new session begins with: a draft taken up again, a copy of another (`from`), or someone
 * (`provider`, with what else the address says). Throws NotFoundError where the actor logs nowhere, or for a copy out of sight.
 */
export function startSession(actor: Actor, query: URLSearchParams, draft: TypedSession | undefined): Start {
  const offices = listWorkplaces(actor);
  const copied = query.get("from");
  const typed = draft ?? (copied ? copyOf(actor, copied) : freshFrom(query));
  const wanted = typed.values.ownerId ?? query.get("office");
  const office = offices.find((one) => one.id === wanted) ?? offices[0];
  if (!office) throw new NotFoundError("workplace");
  const heldOn = typed.values.heldOn || dayIn(office.zone, now());
  return { id: typed.values.id || newId(), office, offices, typed: { ...typed, values: { ...typed.values, heldOn } } };
}

/** What an address may fill a new session with: an appointment that is over says all of it. */
const askable = ["heldOn", "hour", "duration", "channel", "travel", "note"] as const;

function freshFrom(query: URLSearchParams): TypedSession {
  const providerId = query.get("provider");
  const contact = query.get("contact");
  const people = providerId ? [newPerson(`provider/${providerId}`, contact ? [contact] : [])] : [];
  const values: Record<string, string> = {};
  for (const name of askable) {
    const asked = query.get(name)?.slice(0, 300);
    if (asked) values[name] = asked;
  }
  const id = query.get("id") ?? "";
  return { people, values: isId(id) ? { ...values, id } : values, lists: {} };
}

function copyOf(actor: Actor, sessionId: string): TypedSession {
  const saved = typedFromSaved(getCoachingSession(actor, sessionId, "coaching.correct"));
  const values: Record<string, string> = {};
  for (const name of repeated) if (saved.values[name]) values[name] = saved.values[name];
  const { resources: _handed, ...lists } = saved.lists;
  return { people: saved.people.map((one) => ({ ...one, presence: "present" })), values, lists };
}
