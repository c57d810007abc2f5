import type { SessionChannel } from "~/lib/vocabulary";
import type { TypedPerson } from "./typed";

/** One answer of the search over providers, contacts, colleagues and offices. */
export interface FoundPerson {
  key: string;
  /** A contact was found: the business is picked, and this person ticked. */
  contactId?: string;
  name: string;
  /** The business of a contact. */
  business?: string;
  /** Kind and commune, or whose contact, one line. */
  context: string;
}

export interface PeopleResults {
  /** How many, in words. */
  found: string;
  rows: FoundPerson[];
}

/** One of those expected, with what its business offers to tick. */
export interface ShownPerson extends TypedPerson {
  name: string;
  context: string;
  known: { id: string; name: string }[];
  /** Named only where there are several. */
  establishments: { id: string; name: string }[];
  /** Steps of its plan that the session may be tied to. */
  steps: { id: string; name: string }[];
}

/** Values of the last time, for fields that nobody has touched. */
export interface Suggestions {
  channel?: SessionChannel;
  travel?: string;
  travelKilometres?: string;
}

/** What the form asks for once someone is picked. */
export interface PickedDetails {
  people: ShownPerson[];
  suggestions: Suggestions;
}
