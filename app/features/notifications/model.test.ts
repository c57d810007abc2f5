import { describe, expect, it } from "vitest";
import { isFullSeason } from "~/features/organisations/weeks.model";
import type { NoticeFrequency, NoticeKind } from "~/lib/vocabulary";
import { type Decision, decide, type Reader, whyWaiting } from "./model";

const reader = (given: Partial<Reader> = {}): Reader => ({
  isContact: true,
  hasLeft: false,
  hasAddress: true,
  prefersOtherWay: false,
  isInSeason: false,
  lastMailedOn: null,
  frequencies: new Map(),
  ...given,
});
const chose = (kind: NoticeKind, frequency: NoticeFrequency) => ({ frequencies: new Map([[kind, frequency]]) });
// A Tuesday.
const tuesday = { day: "2026-11-24", hour: 9 };
const sent: Decision = { send: ["1"], hold: [], drop: [] };
const held: Decision = { send: [], hold: ["1"], drop: [] };
const dropped = (why: Decision["drop"][number]["why"]): Decision => ({ send: [], hold: [], drop: [{ id: "1", why }] });

interface Case {
  label: string;
  reader?: Partial<Reader>;
  kind?: NoticeKind;
  isSettled?: boolean;
  at?: { day: string; hour: number };
  becomes: Decision;
}

const cases: Case[] = [
  { label: "new steps leave in the morning", becomes: sent },
  { label: "and not before eight", at: { day: "2026-11-24", hour: 7 }, becomes: held },
  { label: "one mail a day at most", reader: { lastMailedOn: "2026-11-24" }, becomes: held },
  { label: "the next day again", reader: { lastMailedOn: "2026-11-23" }, becomes: sent },
  { label: "a silent plan waits for Monday", kind: "silentPlan", becomes: held },
  { label: "and leaves on it", kind: "silentPlan", at: { day: "2026-11-23", hour: 8 }, becomes: sent },
  { label: "at once leaves at night", reader: chose("newSteps", "now"), at: { day: "2026-11-24", hour: 3 }, becomes: sent },
  { label: "but not twice a day", reader: { ...chose("newSteps", "now"), lastMailedOn: "2026-11-24" }, becomes: held },
  { label: "weekly waits for Monday", reader: chose("newSteps", "weekly"), becomes: held },
  { label: "never is never", reader: chose("newSteps", "never"), becomes: dropped("never") },
  { label: "nothing to who left", reader: { hasLeft: true }, becomes: dropped("left") },
  { label: "nothing without an address", reader: { hasAddress: false }, becomes: dropped("noAddress") },
  { label: "nothing to who prefers the phone", reader: { prefersOtherWay: true }, becomes: dropped("otherWay") },
  { label: "new steps wait for the end of the season", reader: { isInSeason: true }, becomes: held },
  { label: "a reminder is dropped in season", reader: { isInSeason: true }, kind: "dueSoon", becomes: dropped("season") },
  { label: "what was booked is told in season", reader: { isInSeason: true }, kind: "workshop", becomes: sent },
  { label: "the office's people have no season", reader: { isContact: false, isInSeason: true }, kind: "answer", becomes: sent },
  { label: "a reminder stops once answered", kind: "dueSoon", isSettled: true, becomes: dropped("answered") },
];

describe("what becomes of a piece of news", () => {
  it.each(cases)("$label", ({ reader: given, kind = "newSteps", isSettled = false, at = tuesday, becomes }) => {
    expect(decide(reader(given), [{ id: "1", kind, isSettled }], at)).toEqual(becomes);
  });

  it("takes what is ready along with the first that is due, in one mail", () => {
    const notices = [
      { id: "1", kind: "silentPlan" as const, isSettled: false },
      { id: "2", kind: "newSteps" as const, isSettled: false },
      { id: "3", kind: "dueSoon" as const, isSettled: true },
    ];
    expect(decide(reader(), notices, tuesday)).toEqual({ send: ["1", "2"], hold: [], drop: [{ id: "3", why: "answered" }] });
  });
});

describe("why news has not left", () => {
  const waiting: { label: string; reader?: Partial<Reader>; kind?: NoticeKind; becomes: string }[] = [
    { label: "the next digest carries it", becomes: "soon" },
    { label: "one mail a day", reader: { lastMailedOn: "2026-11-24" }, becomes: "toldToday" },
    { label: "chosen weekly", reader: chose("newSteps", "weekly"), becomes: "monday" },
    { label: "the season", reader: { isInSeason: true }, becomes: "afterSeason" },
    { label: "a reminder in season", reader: { isInSeason: true }, kind: "dueSoon", becomes: "season" },
    { label: "refused", reader: chose("newSteps", "never"), becomes: "never" },
    { label: "gone", reader: { hasLeft: true }, becomes: "left" },
  ];
  it.each(waiting)("$label", ({ reader: given, kind = "newSteps", becomes }) => {
    expect(whyWaiting(reader(given), { id: "1", kind, isSettled: false }, tuesday.day)).toBe(becomes);
  });
});

describe("full season", () => {
  it.each([
    { label: "a week of it", day: "2026-07-15", months: [], isFull: true },
    { label: "another week", day: "2026-07-22", months: [], isFull: false },
    { label: "closed that month", day: "2026-07-15", months: [4, 5, 6], isFull: false },
    { label: "open that month", day: "2026-07-15", months: [6, 7, 8], isFull: true },
  ])("$label", ({ day, months, isFull }) => {
    expect(isFullSeason(day, [29], months)).toBe(isFull);
  });
});
