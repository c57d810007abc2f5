import { expect, it } from "vitest";
import { dayIn, isDay } from "./dates";

const at = (text: string) => Date.parse(text);

it.each([
  ["Europe/Paris", "2026-11-24T22:59:59Z", "2026-11-24"],
  ["Europe/Paris", "2026-11-24T23:00:00Z", "2026-11-25"],
  ["Asia/Kathmandu", "2026-11-24T18:14:59Z", "2026-11-24"],
  ["Asia/Kathmandu", "2026-11-24T18:15:00Z", "2026-11-25"],
  ["America/Guadeloupe", "2026-11-25T03:59:59Z", "2026-11-24"],
])("in %s, %s is on %s, asked twice and after another zone", (zone, instant, day) => {
  expect(dayIn(zone, at(instant))).toBe(day);
  dayIn("Pacific/Noumea", at(instant));
  expect(dayIn(zone, at(instant))).toBe(day);
});

it.each(["1900-01-01", "2024-02-29", "2199-12-31"])("%s is a day", (day) => expect(isDay(day)).toBe(true));

it.each(["0026-11-20", "1026-11-20", "9999-12-31", "20226-11-20", "2026-02-30", "2026-11", "12/03/2026", ""])(
  "« %s » is none that a person means",
  (day) => expect(isDay(day)).toBe(false),
);
