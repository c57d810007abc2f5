import { z } from "zod";
import { isDay } from "~/lib/dates";
import { officeZones, organisationKinds } from "~/lib/vocabulary";
import { parseWeeks, weeksBetween } from "./weeks.model";

const name = z.string({ error: "required" }).trim().min(1, "required").max(120, "tooLong");
const text = (length: number) => z.string().trim().max(length, "tooLong").optional();
const day = z.string().refine(isDay, "day").optional();

/** An address as typed, with or without its https://. */
const website = z
  .string()
  .trim()
  .max(300, "tooLong")
  .transform((typed) => (/^https?:\/\//i.test(typed) ? typed : `https://${typed}`))
  .refine((typed) => URL.canParse(typed) && new URL(typed).hostname.includes("."), "webAddress")
  .optional();

const durations = z
  .string()
  .default("")
  .transform((typed) =>
    [
      ...new Set(
        typed
          .split(/[\s,;]+/)
          .filter(Boolean)
          .map(Number),
      ),
    ].sort((a, b) => a - b),
  )
  .refine(
    (minutes) => minutes.length <= 12 && minutes.every((one) => Number.isInteger(one) && one >= 1 && one <= 1440),
    "durations",
  );

const weeks = z
  .string()
  .default("")
  .transform(parseWeeks)
  .refine((read) => read !== undefined, "weeks");

/** Euros as typed, « 32,50 », kept as cents; left empty, costs stay hidden. */
const cents = z
  .union([
    z
      .string()
      .trim()
      .regex(/^\d{1,4}([.,]\d{1,2})?$/, "invalid")
      .transform((typed) => Math.round(Number(typed.replace(",", ".")) * 100)),
    z.literal("").transform(() => null),
  ])
  .optional();

export const settingsSchema = z
  .object({
    version: z.coerce.number().int(),
    name,
    /** Posted by an administrator's form alone. */
    kind: z.enum(organisationKinds, { error: "invalid" }).optional(),
    category: z.enum(["I", "II"], { error: "invalid" }).optional(),
    zone: z.enum(officeZones, { error: "invalid" }),
    email: z.email("email").max(200, "tooLong").optional(),
    phone: text(40),
    website,
    address: text(300),
    shortAdviceMinutes: z.coerce.number({ error: "number" }).int("number").min(1, "number").max(240, "number"),
    hourCostCents: cents,
    defaultDurations: durations,
    seasonWeeks: weeks,
    seasonFrom: day,
    seasonTo: day,
  })
  .refine((input) => (input.seasonFrom === undefined) === (input.seasonTo === undefined), {
    path: ["seasonTo"],
    message: "required",
  })
  .refine((input) => !input.seasonFrom || !input.seasonTo || input.seasonTo >= input.seasonFrom, {
    path: ["seasonTo"],
    message: "dayOrder",
  })
  .transform(({ seasonFrom, seasonTo, seasonWeeks, ...input }) => {
    const between = seasonFrom && seasonTo ? weeksBetween(seasonFrom, seasonTo) : [];
    return { ...input, seasonWeeks: [...new Set([...(seasonWeeks ?? []), ...between])].sort((a, b) => a - b) };
  });
export type SettingsInput = z.output<typeof settingsSchema>;

const code = z.string().max(12);
export const communesSchema = z.object({
  communes: z.array(code).max(2000).default([]),
  /** A whole EPCI, by its code. */
  epci: code.optional(),
  remove: code.optional(),
});
export type CommunesInput = z.output<typeof communesSchema>;

export const wordSchema = z.object({
  list: z.enum(["funder", "tag"], { error: "invalid" }),
  intent: z.enum(["add", "rename", "end"], { error: "invalid" }),
  id: z.uuid({ error: "invalid" }),
  name: z.string().trim().max(80, "tooLong").default(""),
});
export type WordInput = z.output<typeof wordSchema>;

export const organisationSchema = z.object({
  id: z.uuid({ error: "invalid" }),
  name,
  kind: z.enum(organisationKinds, { error: "invalid" }),
  parentId: z.string().max(40).optional(),
});
export type OrganisationInput = z.output<typeof organisationSchema>;
