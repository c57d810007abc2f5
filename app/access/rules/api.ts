import type { Rule } from "./rule";

export const apiRules = {
  /** Keys of programs and webhooks: what lets an office's data out of the house. */
  "api.manage": { own: ["director", "administrator"], anywhere: ["administrator"] },
  /** The note of a session that the provider reads too: free text, so that it has a scope of its own. */
  "api.readNotes": { key: "session_notes" },
} as const satisfies Record<string, Rule>;
