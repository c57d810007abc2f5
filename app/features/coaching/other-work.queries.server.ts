import type { Actor } from "~/access/actor";
import { formatDay, formatDuration } from "~/i18n/format";
import { type Locale, translator } from "~/i18n/translate";
import { NotFoundError } from "~/lib/errors";
import type { SessionRow } from "./facts.server";
import { getCoachingSession } from "./queries.server";

/** One other work in the actor's sight; throws NotFoundError out of sight or when it is a session. */
export function getOtherWork(actor: Actor, sessionId: string): SessionRow {
  const row = getCoachingSession(actor, sessionId);
  if (row.kind !== "other_work") throw new NotFoundError("otherWork");
  return row;
}

/** As its form shows it. */
export function otherWorkValues(row: SessionRow): Record<string, string> {
  const { id, version, otherWorkKind, heldOn, durationMinutes, note } = row;
  return { id, version: String(version), kind: otherWorkKind ?? "other", heldOn, duration: String(durationMinutes), note };
}

/** What is saved meanwhile, label by label, beside what someone typed. */
export function describeOtherWork(locale: Locale, row: SessionRow): [label: string, value: string][] {
  const t = translator(locale);
  return [
    [t("coachingLog:other.kind"), row.otherWorkKind ? t(`coaching:otherWork.${row.otherWorkKind}`) : ""],
    [t("coachingLog:other.duration"), formatDuration(row.durationMinutes)],
    [t("coachingLog:other.day"), formatDay(locale, row.heldOn)],
    [t("coachingLog:other.note"), row.note],
  ];
}
