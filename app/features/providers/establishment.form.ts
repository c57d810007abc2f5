import { z } from "zod";
import { isDay } from "~/lib/dates";
import { establishmentKinds, establishmentStateNames } from "~/lib/vocabulary";

const optionalText = (max: number) => z.string().trim().max(max, "tooLong").optional();
const degrees = (limit: number) =>
  z
    .string()
    .transform((text) => Number(text.replace(",", ".")))
    .pipe(z.number({ error: "coordinates" }).min(-limit, "coordinates").max(limit, "coordinates"))
    .optional();

export const establishmentSchema = z
  .object({
    id: z.uuid({ error: "invalid" }).optional(),
    version: z.coerce.number().int().default(0),
    name: z.string({ error: "required" }).trim().min(1, "required").max(200, "tooLong"),
    kind: z.enum(establishmentKinds, { error: "required" }),
    isMain: z.boolean().default(false),
    street: optionalText(200),
    postcode: optionalText(10),
    commune: z.string({ error: "required" }).trim().min(1, "required").max(120, "tooLong"),
    latitude: degrees(90),
    longitude: degrees(180),
    capacity: z.coerce.number({ error: "number" }).int("number").min(0, "number").max(100_000, "number").optional(),
    openingMonths: z.array(z.coerce.number().int().min(1).max(12)).default([]),
    languages: z
      .array(z.string().regex(/^[a-z]{2,3}$/, "invalid"))
      .max(30)
      .default([]),
    registrationNumber: optionalText(60),
  })
  .refine((given) => (given.latitude === undefined) === (given.longitude === undefined), {
    path: ["longitude"],
    message: "coordinates",
  });
export type EstablishmentInput = z.output<typeof establishmentSchema>;

const day = z.string({ error: "required" }).refine(isDay, "day");

export const labelSchema = z.object({
  label: z.string({ error: "required" }).trim().min(1, "required").max(80, "tooLong"),
  rating: optionalText(30),
  endsOn: day.optional(),
});
export type LabelInput = z.output<typeof labelSchema>;

export const stateSchema = z.object({ state: z.enum(establishmentStateNames, { error: "required" }), fromOn: day });
export type StateInput = z.output<typeof stateSchema>;
