import type { Actor } from "~/access/actor";
import { countSupports } from "~/features/figures/model";
import { instantOf } from "~/lib/clock-time.server";
import { RuleError } from "~/lib/errors";
import type { SessionInput } from "./form";
import { deduceFunder, listFunders } from "./habits.queries.server";
import { kindOf, participantRows } from "./model";

interface Office {
  id: string;
  zone: string;
  /** The funder that the session already has: kept even where the office has left it. */
  keptFunderId?: string | null;
}

/** The columns that a session's form decides. Throws RuleError `clockSkipped`, `unknownChoice`. */
export function columnsOf(actor: Actor, office: Office, input: SessionInput) {
  const kind = kindOf(input.participants, input.headCount);
  const rows = participantRows(input.participants, input.headCount);
  return {
    kind,
    title: input.title ?? null,
    heldOn: input.heldOn,
    startsAt: startOf(office, input),
    durationMinutes: input.duration,
    preparationMinutes: input.preparation,
    travelMinutes: input.travel,
    travelKilometres: input.travelKilometres,
    channel: input.channel ?? null,
    theme: input.theme ?? null,
    subThemes: [...new Set(input.subThemes ?? [])],
    note: input.note,
    privateNote: input.privateNote,
    headCount: input.headCount,
    funderId: funderOf(actor, office, input),
    isComplete: input.theme !== undefined && input.note !== "" && input.isLeftOpen === undefined,
    supports: countSupports(kind, rows, input.headCount),
  };
}

function startOf(office: Office, input: SessionInput): number | null {
  if (!input.hour) return null;
  const start = instantOf(input.heldOn, input.hour, office.zone);
  if (!start) throw new RuleError("clockSkipped", {}, "hour");
  return start.instant;
}

function funderOf(actor: Actor, office: Office, input: SessionInput): string | null {
  if (input.funderId === "none") return null;
  const providerIds = input.participants.flatMap((one) => (one.providerId ? [one.providerId] : []));
  if (!input.funderId) return deduceFunder(actor, office.id, providerIds);
  if (input.funderId === office.keptFunderId) return input.funderId;
  if (!listFunders(office.id).some((one) => one.id === input.funderId)) throw new RuleError("unknownChoice", {}, "funderId");
  return input.funderId;
}
