import { z } from "zod";
import { parseDuration } from "~/features/coaching/model";
import { isDay } from "~/lib/dates";
import { sessionChannels } from "~/lib/vocabulary";

const id = z.uuid({ error: "invalid" });
const day = z.string({ error: "required" }).refine(isDay, "day");
const clock = z.string({ error: "required" }).regex(/^([01]\d|2[0-3]):[0-5]\d$/, "hour");
const text = (longest: number) => z.string().trim().max(longest, "tooLong").default("");
const version = z.coerce.number({ error: "invalid" }).int("invalid");
const channel = z.enum(sessionChannels, { error: "required" });
const person = z.string({ error: "required" }).max(60, "invalid");
const duration = z.string({ error: "required" }).transform((typed, context) => {
  const minutes = parseDuration(typed);
  if (minutes === undefined) context.addIssue({ code: "custom", message: "duration" });
  return minutes ?? z.NEVER;
});
const travel = z
  .string()
  .optional()
  .transform((typed, context) => {
    if (typed === undefined || typed === "0") return 0;
    const minutes = parseDuration(typed);
    if (minutes === undefined) context.addIssue({ code: "custom", message: "duration" });
    return minutes ?? z.NEVER;
  });
const count = (least: number, most: number) =>
  z.coerce.number({ error: "number" }).int("number").min(least, "number").max(most, "number");

/** A place on an opening slot: `<slot>/<instant>`. */
const place = z
  .string({ error: "required" })
  .regex(/^[0-9a-f-]{36}\/\d{12,14}$/, "invalid")
  .transform((value) => ({ slotId: value.slice(0, 36), startsAt: Number(value.slice(37)) }));

/** The warnings that were shown and accepted; others ask again. */
const confirmed = z.string().max(200, "invalid").optional();

/** A place on an opening slot, for oneself or for a caller. */
export const bookSchema = z.object({
  id,
  slot: place,
  contactId: id.optional(),
  subject: text(300),
  messageId: id.optional(),
});
export type BookInput = z.output<typeof bookSchema>;

/** Any time, by whoever plans the office's agenda; what it meets is told first. */
export const planSchema = z.object({
  id,
  facilitatorId: person,
  day,
  hour: clock,
  duration,
  channel,
  place: text(200),
  travel,
  /** `id:number` of each thing to take along; nothing for none. */
  equipment: z
    .array(z.string().regex(/^(|[\w-]{36}:\d{1,3})$/, "invalid"))
    .max(50, "invalid")
    .optional(),
  contactId: id.optional(),
  subject: text(300),
  messageId: id.optional(),
  confirmed,
});
export type PlanInput = z.output<typeof planSchema>;

export const moveSchema = z.object({ version, facilitatorId: person, day, hour: clock, duration, place: text(200), confirmed });
export type MoveInput = z.output<typeof moveSchema>;

export const moveToSlotSchema = z.object({ version, slot: place });
export type MoveToSlotInput = z.output<typeof moveToSlotSchema>;

export const cancelSchema = z.object({ version, reason: text(300) });
export type CancelInput = z.output<typeof cancelSchema>;

export const slotSchema = z
  .object({
    id,
    version,
    weekday: count(1, 7),
    opensAt: clock,
    closesAt: clock,
    everyWeeks: count(1, 4),
    duration,
    channel,
    place: text(200),
    leadHours: count(0, 720),
    horizonDays: count(1, 365),
    changeHours: count(0, 720),
    isForProviders: z.literal("on").optional(),
    fromOn: day,
    toOn: z.string().refine(isDay, "day").optional(),
  })
  .refine((slot) => slot.opensAt < slot.closesAt, { path: ["closesAt"], message: "slotEndsBefore" })
  .refine((slot) => !slot.toOn || slot.fromOn <= slot.toOn, { path: ["toOn"], message: "endsBeforeStart" });
export type SlotInput = z.output<typeof slotSchema>;

export const preparationSchema = z.object({ id, version, title: text(120), day, hour: clock, duration, confirmed });
export type PreparationInput = z.output<typeof preparationSchema>;

export const seasonHoursSchema = z.object({
  userId: person,
  version,
  hours: z.coerce.number({ error: "number" }).min(0, "number").max(60, "number").optional(),
});
