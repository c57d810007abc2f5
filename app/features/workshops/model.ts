import { fold } from "~/lib/fold";
import type { RegistrationState, WorkshopState } from "~/lib/vocabulary";

/** Which state leads where; nothing else is possible, and commands ask inside their transaction. */
export const lifeCycle = {
  draft: ["published", "full", "cancelled"],
  published: ["full", "running", "cancelled"],
  full: ["published", "running", "cancelled"],
  running: ["held", "cancelled"],
  held: [],
  cancelled: [],
} as const satisfies Record<WorkshopState, readonly WorkshopState[]>;

export function mayBecome(from: WorkshopState, to: WorkshopState): boolean {
  const next: readonly WorkshopState[] = lifeCycle[from];
  return next.includes(to);
}

/** People may register, wait, be offered a seat. */
export const isOpenState = (state: WorkshopState): boolean => state === "published" || state === "full";
/** It can still be moved or called off. */
export const isAhead = (state: WorkshopState): boolean => state === "draft" || isOpenState(state);

/** A seat is taken by whoever is registered, and kept for whoever was offered it. */
export const takesSeat = (state: RegistrationState): boolean => state === "registered" || state === "offered";
export const isLiving = (state: RegistrationState): boolean => takesSeat(state) || state === "waiting";

export interface SeatTaken {
  organisationId: string | null;
}

export interface Room {
  /** Null: as many as come. */
  capacity: number | null;
  /** Seats kept for each office, while they are kept. */
  shares: readonly { organisationId: string; seats: number }[];
  taken: readonly SeatTaken[];
}

/** Seats that someone of this office may still have: those of nobody, and those kept for the office. */
export function seatsLeft({ capacity, shares, taken }: Room, organisationId: string | null): number {
  if (capacity === null) return Number.POSITIVE_INFINITY;
  const usedBy = (id: string) => taken.filter((one) => one.organisationId === id).length;
  const keptForOthers = shares
    .filter((share) => share.organisationId !== organisationId)
    .reduce((sum, share) => sum + Math.max(share.seats - usedBy(share.organisationId), 0), 0);
  return Math.max(capacity - taken.length - keptForOthers, 0);
}

/** Who a registration is for, whatever the spelling: the mail, else the person and establishment. */
export function personKeyOf(person: { email?: string | null; name: string; establishment?: string }): string {
  if (person.email) return `mail:${person.email.trim().toLowerCase()}`;
  return `name:${fold(person.name)}|${fold(person.establishment ?? "")}`;
}

/** What an establishment is counted by, for its seats. */
export function establishmentKeyOf(one: { providerId: string | null; establishment: string }): string | undefined {
  if (one.providerId) return `provider:${one.providerId}`;
  const name = fold(one.establishment);
  return name ? `name:${name}` : undefined;
}

/** Names pasted or typed, one a line or between commas; « Nom, Établissement » on one line with a tab or a dash keeps both. */
export function pastedPeople(text: string): { name: string; establishment: string }[] {
  const lines = text
    .split(/[\n;]/)
    .map((line) => line.trim())
    .filter(Boolean);
  return lines.slice(0, 300).map((line) => {
    const [name = "", ...rest] = line.split(/\t| – | - |,/);
    return { name: name.trim().slice(0, 120), establishment: rest.join(" ").trim().slice(0, 200) };
  });
}

/** Minutes of all parts together. */
export function minutesOf(parts: readonly { startsAt: number; endsAt: number }[]): number {
  return Math.round(parts.reduce((sum, part) => sum + (part.endsAt - part.startsAt), 0) / 60_000);
}

export const reminderChoices = [10_080, 2880, 1440, 120] as const;
