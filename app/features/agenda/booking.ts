import type { OpeningDay } from "./describe-openings.server";

export interface Option {
  value: string;
  label: string;
}

export interface PlanChoices {
  staff: Option[];
  channels: Option[];
  /** What the office lends, each with the quantities that one may take. */
  equipment: { name: string; label: string; quantities: Option[] }[];
  values: Record<string, string>;
}

/** What the page of a new appointment shows once the provider is known. */
export interface Booking {
  ids: readonly [string, string];
  provider: { id: string; name: string };
  messageId: string;
  from: string;
  openings: OpeningDay[];
  contacts: Option[];
  plan: PlanChoices | null;
  zone: string;
}

export interface BookingReply {
  intent: string;
  errors: Record<string, string[]>;
  values: Record<string, string>;
  /** Things to take along, `id:number`. */
  equipment?: string[];
  warnings?: { texts: string[]; key: string } | undefined;
}
