import type { Actor } from "~/access/actor";
import { hasUnlockCode } from "~/auth/device-lock.server";
import { isReported } from "~/features/figures/reported.queries.server";
import { describeFile } from "~/features/files/lines";
import { listFiles } from "~/features/files/queries.server";
import { errorText } from "~/http/form.server";
import { formatClock } from "~/i18n/format";
import { translator } from "~/i18n/translate";
import { now } from "~/lib/clock";
import { RuleError } from "~/lib/errors";
import { newId } from "~/lib/ids";
import { isOpenState } from "./model";
import { getWorkshop, listRegistrations } from "./queries.server";
import { listSignatures } from "./signatures.queries.server";
import { describeParts } from "./when.server";

const dayMs = 86_400_000;

/** The attendance screen: whoever has a seat, by name. Throws NotFoundError out of sight. */
export function readAttendance(actor: Actor, workshopId: string, request: Request) {
  const row = getWorkshop(actor, workshopId, "workshop.hold");
  const t = translator(actor.locale);
  const seated = listRegistrations(actor, row.id).filter((one) => one.state === "registered");
  const people = seated.toSorted((a, b) => a.name.localeCompare(b.name, "fr"));
  const signatures = listSignatures(row.id);
  const present = people.filter((one) => one.presence === "present").length + row.headCount;
  return {
    id: row.id,
    formId: newId(),
    title: row.title,
    dates: describeParts(actor.locale, row.parts, row.zone).join(t("common:semicolon")),
    state: row.state,
    canStart: isOpenState(row.state) && now() >= row.startsAt - dayMs,
    isRunning: row.state === "running",
    isHeld: row.state === "held",
    asksReason: row.state === "held" && isReported(row.ownerId, [row.heldOn]),
    headCount: row.headCount,
    signing: row.hasSignatures ? describeSigning(actor, row.id, request) : null,
    proofs: listFiles(actor, "workshop", row.id).map((file) => describeFile(actor.locale, file)),
    sessionId: row.sessionId,
    people: people.map((one) => ({
      id: one.id,
      name: one.name,
      establishment: one.provider ?? one.establishment,
      presence: one.presence ?? "",
      signed: signedText(actor, signatures.get(one.id), row.zone),
      pictures: one.picturesConsent === null ? "" : t(`workshops:people.pictures.${one.picturesConsent ? "yes" : "no"}`),
    })),
    count: t("workshops:attendance.count", { count: present, all: people.length + row.headCount }),
  };
}

function describeSigning(actor: Actor, workshopId: string, request: Request) {
  return {
    hasCode: hasUnlockCode(request, workshopId),
    count: translator(actor.locale)("signing:count", { count: listSignatures(workshopId).size }),
  };
}

type Signature = ReturnType<typeof listSignatures> extends Map<string, infer S> ? S : never;

function signedText(actor: Actor, signature: Signature | undefined, zone: string): string {
  if (!signature) return "";
  const at = formatClock(actor.locale, signature.signedAt, zone);
  return translator(actor.locale)(signature.fileId ? "signing:signedAt" : "signing:confirmedAt", { at });
}

/** The posted screen as the command takes it. */
export function attendanceFrom(fields: FormData) {
  const marks = [...fields].filter(([name]) => name.startsWith("presence."));
  const typed = Number(fields.get("headCount") ?? 0);
  const reportReason = String(fields.get("reportReason") ?? "")
    .trim()
    .slice(0, 300);
  return {
    id: String(fields.get("id") ?? ""),
    presences: Object.fromEntries(marks.map(([name, value]) => [name.slice("presence.".length), String(value)])),
    walkIns: String(fields.get("walkIns") ?? "").slice(0, 20_000),
    headCount: Number.isInteger(typed) && typed >= 0 ? Math.min(typed, 5000) : 0,
    areAllPresent: fields.get("intent") === "all",
    ...(reportReason ? { reportReason } : {}),
  };
}

export type TypedAttendance = ReturnType<typeof attendanceFrom>;

/** Saves; what stood in the way goes back in words, with all that was marked and typed. */
export function refusedAttendance(actor: Actor, typed: TypedAttendance, save: () => void) {
  try {
    save();
    return undefined;
  } catch (error) {
    if (!(error instanceof RuleError)) throw error;
    return { typed, field: error.field ?? "", text: errorText(actor.locale, error.key, error.values) };
  }
}
