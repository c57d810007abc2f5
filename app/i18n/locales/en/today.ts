import type { Catalogue } from "../../translate";

export const today: Catalogue["today"] = {
  title: "Today",
  week: "This week",
  hours: "{{used}} logged this week",
  toComplete: "To complete",
  toCompleteNone: "Everything is up to date.",
  recent: "Your latest sessions",
  empty: "Nothing to report. Log a session once it is done.",
};
