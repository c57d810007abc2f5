import { weekdayOf } from "~/lib/dates";
import type { NoticeFrequency, NoticeKind } from "~/lib/vocabulary";

/** Kinds that a provider's contact gets, and those that the office's people get. */
export const contactKinds = ["newSteps", "dueSoon", "silentPlan", "comment", "workshop"] as const satisfies readonly NoticeKind[];
export const staffKinds = ["answer", "comment", "request"] as const satisfies readonly NoticeKind[];

/** How often each kind comes by mail to who chose nothing. */
export const usualFrequency: Record<NoticeKind, NoticeFrequency> = {
  newSteps: "daily",
  dueSoon: "daily",
  silentPlan: "weekly",
  comment: "daily",
  answer: "daily",
  request: "now",
  workshop: "now",
};

/** What was booked is told in full season too. */
const booked: readonly NoticeKind[] = ["workshop", "request"];
/** A reminder that waited a whole season is no use any more. */
const perishable: readonly NoticeKind[] = ["dueSoon", "silentPlan"];
/** Digests leave from eight in the morning, local time. */
const digestHour = 8;

export type DropReason = "left" | "noAddress" | "otherWay" | "never" | "answered" | "season";

/** What news that has not left waits for. */
export type WaitReason = "afterSeason" | "toldToday" | "monday" | "soon";

export interface Reader {
  isContact: boolean;
  hasLeft: boolean;
  hasAddress: boolean;
  /** Prefers the phone or paper: called, not mailed. */
  prefersOtherWay: boolean;
  isInSeason: boolean;
  /** The local day of the last digest, ISO. */
  lastMailedOn: string | null;
  frequencies: ReadonlyMap<NoticeKind, NoticeFrequency>;
}

export interface WaitingNotice {
  id: string;
  kind: NoticeKind;
  /** Done, answered, deleted or read in the app meanwhile. */
  isSettled: boolean;
}

export interface Decision {
  send: string[];
  hold: string[];
  drop: { id: string; why: DropReason }[];
}

/** The local day and hour that a decision is taken at. */
export interface Moment {
  day: string;
  hour: number;
}

/**
 * What becomes of a person's waiting news now: mailed together, kept for later, or dropped and why.
 * At most one mail a day; nothing to who left, refused or prefers another way; nothing in full season
 * but what was booked; reminders stop once answered.
 */
export function decide(reader: Reader, notices: readonly WaitingNotice[], moment: Moment): Decision {
  const decision: Decision = { send: [], hold: [], drop: [] };
  for (const notice of notices) {
    const why = reasonToDrop(reader, notice);
    if (why) decision.drop.push({ id: notice.id, why });
    else if (isHeld(reader, notice.kind)) decision.hold.push(notice.id);
    else decision.send.push(notice.id);
  }
  const isDue = notices.some((notice) => decision.send.includes(notice.id) && isTime(reader, notice.kind, moment));
  // Whatever is ready leaves with the first that is due: one mail, not several.
  if (isDue && reader.lastMailedOn !== moment.day) return decision;
  return { ...decision, send: [], hold: [...decision.hold, ...decision.send] };
}

function reasonToDrop(reader: Reader, notice: WaitingNotice): DropReason | undefined {
  if (notice.isSettled) return "answered";
  if (reader.hasLeft) return "left";
  if (frequencyOf(reader, notice.kind) === "never") return "never";
  if (!reader.hasAddress) return "noAddress";
  if (reader.prefersOtherWay) return "otherWay";
  if (isHeld(reader, notice.kind) && perishable.includes(notice.kind)) return "season";
  return undefined;
}

/** Why a piece of news has not left yet: what will stop it, or what it waits for. */
export function whyWaiting(reader: Reader, notice: WaitingNotice, day: string): DropReason | WaitReason {
  const why = reasonToDrop(reader, notice);
  if (why) return why;
  if (isHeld(reader, notice.kind)) return "afterSeason";
  if (reader.lastMailedOn === day) return "toldToday";
  return frequencyOf(reader, notice.kind) === "weekly" ? "monday" : "soon";
}

const isHeld = (reader: Reader, kind: NoticeKind): boolean => reader.isContact && reader.isInSeason && !booked.includes(kind);

function isTime(reader: Reader, kind: NoticeKind, { day, hour }: Moment): boolean {
  const frequency = frequencyOf(reader, kind);
  if (frequency === "now") return true;
  if (hour < digestHour) return false;
  return frequency === "daily" || weekdayOf(day) === 1;
}

const frequencyOf = (reader: Reader, kind: NoticeKind): NoticeFrequency => reader.frequencies.get(kind) ?? usualFrequency[kind];

/** A step is « bientôt due » in the week before its day, and on the day. */
export const dueSoonDays = 7;
/** A plan without news for this long asks « où en êtes-vous ? », days. */
export const silentDays = 42;
