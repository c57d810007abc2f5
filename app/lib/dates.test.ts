import { expect, it } from "vitest";
import { dayIn } from "./dates";

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
