import type { ActionSet, Reach, SessionSet, WorkshopSet } from "./model";

/** `share` is from 0 to 1, `score` from 1 to 5, `cents` of euros. */
export const figureUnits = ["count", "minutes", "kilometres", "share", "score", "days", "cents"] as const;
export type FigureUnit = (typeof figureUnits)[number];

export const figureAreas = ["reach", "sessions", "workshops", "plans", "hours", "presence", "cost"] as const;
export type FigureArea = (typeof figureAreas)[number];

/** The list that a figure opens, under the same filters. */
export type FigureRows =
  /** Sessions held. */
  | { list: "sessions" }
  /** The same, and those of other offices where people of these were counted. */
  | { list: "parts" }
  | { list: "counted"; set: SessionSet }
  | { list: "establishments" }
  | { list: "providers"; reach: Reach }
  | { list: "actions"; set: ActionSet }
  | { list: "workshops"; set: WorkshopSet };

export interface FigureDefinition {
  unit: FigureUnit;
  area: FigureArea;
  /** What it is a part of: its denominator. */
  of?: string;
  rows?: FigureRows;
  /** It counts people or businesses: fewer than five are not told outside the office. */
  isOfPeople?: true;
}

/**
 * Every figure, once, for the dashboard, the exports, the reports and the API. Its name and what it
 * counts are the texts `figures:names.<id>` and `figures:help.<id>`; `readFigures` reads it. Levels,
 * audits of sites and reputation take their place here when they exist.
 */
export const figureDefinitions = {
  known: { unit: "count", area: "reach", rows: { list: "providers", reach: "known" }, isOfPeople: true },
  reached: { unit: "count", area: "reach", of: "known", rows: { list: "providers", reach: "reached" }, isOfPeople: true },
  inScope: { unit: "count", area: "reach", of: "known", rows: { list: "providers", reach: "inScope" }, isOfPeople: true },
  reachedInScope: {
    unit: "count",
    area: "reach",
    of: "inScope",
    rows: { list: "providers", reach: "reachedInScope" },
    isOfPeople: true,
  },
  newProviders: {
    unit: "count",
    area: "reach",
    of: "reached",
    rows: { list: "providers", reach: "newProviders" },
    isOfPeople: true,
  },
  followed: { unit: "count", area: "reach", of: "reached", rows: { list: "providers", reach: "followed" }, isOfPeople: true },
  again: { unit: "count", area: "reach", of: "reached", rows: { list: "providers", reach: "again" }, isOfPeople: true },
  establishments: { unit: "count", area: "reach", rows: { list: "establishments" }, isOfPeople: true },
  never: { unit: "count", area: "reach", of: "known", rows: { list: "providers", reach: "never" }, isOfPeople: true },
  longSince: { unit: "count", area: "reach", of: "known", rows: { list: "providers", reach: "longSince" }, isOfPeople: true },

  sessions: { unit: "count", area: "sessions", rows: { list: "sessions" } },
  shortAdvices: { unit: "count", area: "sessions", of: "sessions", rows: { list: "counted", set: "shortAdvices" } },
  supports: { unit: "count", area: "sessions", rows: { list: "parts" } },
  contact: { unit: "minutes", area: "sessions", rows: { list: "parts" } },
  expected: { unit: "count", area: "sessions", rows: { list: "counted", set: "expected" } },
  absences: { unit: "count", area: "sessions", of: "expected", rows: { list: "counted", set: "absences" }, isOfPeople: true },
  noShow: { unit: "share", area: "sessions", of: "expected", rows: { list: "counted", set: "noShow" }, isOfPeople: true },
  noShowIndividual: { unit: "share", area: "sessions", rows: { list: "counted", set: "noShowIndividual" }, isOfPeople: true },
  noShowGroup: { unit: "share", area: "sessions", rows: { list: "counted", set: "noShowGroup" }, isOfPeople: true },

  workshopsHeld: { unit: "count", area: "workshops", rows: { list: "workshops", set: "held" } },
  participants: { unit: "count", area: "workshops", rows: { list: "workshops", set: "attended" }, isOfPeople: true },
  fillRate: { unit: "share", area: "workshops", rows: { list: "workshops", set: "filled" }, isOfPeople: true },
  waiting: { unit: "count", area: "workshops", rows: { list: "workshops", set: "waiting" }, isOfPeople: true },
  satisfaction: { unit: "score", area: "workshops", rows: { list: "workshops", set: "answered" }, isOfPeople: true },
  recommend: { unit: "share", area: "workshops", rows: { list: "workshops", set: "recommended" }, isOfPeople: true },

  actionsCreated: { unit: "count", area: "plans", rows: { list: "actions", set: "created" } },
  actionsDone: { unit: "count", area: "plans", rows: { list: "actions", set: "done" } },
  actionsOpen: { unit: "count", area: "plans", rows: { list: "actions", set: "open" } },
  actionsLate: { unit: "count", area: "plans", of: "actionsOpen", rows: { list: "actions", set: "late" } },
  actionDays: { unit: "days", area: "plans", of: "actionsDone", rows: { list: "actions", set: "done" } },

  used: { unit: "minutes", area: "hours", of: "granted", rows: { list: "counted", set: "used" } },
  preparation: { unit: "minutes", area: "hours", of: "used", rows: { list: "counted", set: "preparation" } },
  travel: { unit: "minutes", area: "hours", of: "used", rows: { list: "counted", set: "travel" } },
  otherWork: { unit: "minutes", area: "hours", of: "used", rows: { list: "counted", set: "otherWork" } },
  granted: { unit: "minutes", area: "hours" },
  kilometres: { unit: "kilometres", area: "hours", rows: { list: "sessions" } },

  ownSite: { unit: "share", area: "presence", of: "known", rows: { list: "providers", reach: "ownSite" }, isOfPeople: true },
  https: { unit: "share", area: "presence", rows: { list: "providers", reach: "https" }, isOfPeople: true },
  onlineBooking: {
    unit: "share",
    area: "presence",
    of: "known",
    rows: { list: "providers", reach: "onlineBooking" },
    isOfPeople: true,
  },
  googleProfile: {
    unit: "share",
    area: "presence",
    of: "known",
    rows: { list: "providers", reach: "googleProfile" },
    isOfPeople: true,
  },

  costPerSupport: { unit: "cents", area: "cost", of: "supports" },
  costPerHour: { unit: "cents", area: "cost", of: "contact" },
} as const satisfies Record<string, FigureDefinition>;
export type FigureKey = keyof typeof figureDefinitions;

export const isFigure = (id: string): id is FigureKey => Object.hasOwn(figureDefinitions, id);
// `Object.keys` answers texts; the guard gives them back their type.
export const figureKeys: readonly FigureKey[] = Object.keys(figureDefinitions).filter(isFigure);
/** A figure's definition, with the optional parts that its own constant may lack. */
export const definitionOf = (id: FigureKey): FigureDefinition => figureDefinitions[id];

/** One figure of a period. */
export interface FigureReading {
  id: FigureKey;
  unit: FigureUnit;
  /** In the figure's unit; null where nothing was measured, or where it is masked. */
  value: number | null;
  /** What the value is a part of, or an average over: providers, people, sessions, minutes. */
  denominator?: number | undefined;
  /** The numerator of a share; the number of answers of a score, of actions of a median. */
  count?: number | undefined;
  /** Of how many nothing is known. */
  unknown?: number | undefined;
  /** Fewer than five people, for someone outside the office. */
  isMasked?: true;
  /** Of how many offices the total is, where not of all: the others' counts are too small to be told. */
  offices?: { shown: number; all: number };
}
