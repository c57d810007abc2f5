import type { ApiScope, Role } from "~/lib/vocabulary";

/**
 * A permission is granted by any of these relations between the actor and the row (design 5.2).
 * Rules are data: the code and the generated test read the same table.
 */
export interface Rule {
  /** Roles held in the row's own organisation. */
  own?: readonly Role[];
  /** Roles held in an organisation above the row's. */
  above?: readonly Role[];
  /** The same, but only where the office shares named providers. */
  shared?: readonly Role[];
  /** Roles held anywhere: for what belongs to the installation or to no office. */
  anywhere?: readonly Role[];
  /** Whoever belongs to the row's provider. */
  provider?: true;
  /** Whoever came to the row's provider by a page link; such an actor is granted nothing else. */
  link?: true;
  /** A program with a key of the row's own organisation that has this scope. */
  key?: ApiScope;
  /** The person that the row is about. */
  self?: true;
}

export const staff = ["facilitator", "director", "colleague"] as const satisfies readonly Role[];
