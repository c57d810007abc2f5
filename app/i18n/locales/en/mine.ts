import type { Catalogue } from "../../translate";

export const mine: Catalogue["mine"] = {
  title: "My page",
  week: {
    heading: "My week",
    title: "Week {{week}}, {{from}} to {{to}}",
    used: "{{used}} logged.",
    against: "{{used}} logged of {{granted}} granted, {{share}}.",
    day: "Day",
    previous: "Week before",
    next: "Week after",
  },
  figures: "My figures",
  period: "Period",
  show: "Show",
  late: {
    title: "My plans to follow up",
    due: "due {{day}}",
    none: "No action of your plans has waited past its day.",
    more: "See every action past its day",
  },
  goals: "My goals",
  seen: "What the director sees",
  seenText:
    "The same figures, by filtering the dashboard on your name, and the sessions that make them up. The notes “Between us” stay among facilitators.",
  seenLink: "See the dashboard as the director does",
};
