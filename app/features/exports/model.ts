/** Lists that may be longer than a page's patience. */
export const exportedLists = [
  "coaching",
  "providers",
  "plans",
  "workshops",
  "registrations",
  "resources",
  "figureRows",
  "goals",
  "sitCorrections",
  "mails",
  "usage",
  "feedback",
  "requests",
  "watch",
  "reports",
  "links",
  "review",
  "people",
  "duplicates",
  "proposals",
  "feeds",
  "letters",
  "invitations",
] as const;
export type ExportedList = (typeof exportedLists)[number];

const withoutPeople: readonly ExportedList[] = [
  "resources",
  "usage",
  "workshops",
  "watch",
  "links",
  "review",
  "proposals",
  "feeds",
  "letters",
];
/** Whether a list may hold a provider's people or name; the programme, the library and the watch do not. */
export const namesPeople = (list: ExportedList): boolean => !withoutPeople.includes(list);

/** Up to so many rows a file leaves at once; beyond, it is prepared in the background. */
export const directRows = 20_000;
/** A prepared file is kept so long. */
export const keptHours = 24;
