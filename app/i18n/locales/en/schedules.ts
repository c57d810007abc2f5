import type { Catalogue } from "../../translate";

export const schedules: Catalogue["schedules"] = {
  title: "Scheduled reports",
  context:
    "The report is made by itself when the period ends, then leaves as a PDF to the people chosen, each in their language.",
  empty: "No scheduled report. Choose a period and its readers: the first report leaves when the current period ends.",
  periods: { month: "Each month", quarter: "Each quarter", season: "Each season", year: "Each year" },
  add: "Schedule a report",
  period: "At the end of",
  readers: "To whom",
  readersHint:
    "The people of the office. Address and language are those of their account; they receive the office’s own version, with every number.",
  save: "Schedule",
  added: "The report is scheduled.",
  change: "Change the readers",
  changed: "The readers are saved.",
  keep: "Save",
  stop: "Stop",
  stopped: "It is stopped. The reports already made stay.",
  next: "The next one is about the period from {{from}} to {{to}}. It leaves the day after, at 7:00.",
  noSeason: "Nothing leaves: the weeks of full season are not said. Choose them in the settings of the office.",
  none: "Nothing has left yet.",
  last: "Last sent: {{title}}, {{at}}",
  noReader: "No reader works at the office any more: choose others.",
  noMaker: "Nothing leaves: whoever scheduled this no longer heads the office. Stop it, then schedule it again.",
  states: {
    none: "{{name}}: not written yet",
    waiting: "{{name}}: waiting",
    sending: "{{name}}: being sent",
    sent: "{{name}}: sent {{at}}",
    failed: "{{name}}: did not arrive, {{why}}",
    uncertain: "{{name}}: perhaps sent",
  },
  mails: "See the messages",
  mail: {
    subject: "{{title}}, {{office}}",
    text: "Here is: {{title}}, made for {{office}}. Its figures are those of the day of this message.",
    attached: "The whole report is attached, as a PDF.",
    button: "Open the report",
    why: "You receive this because {{name}} chose you to read these reports.",
  },
};
