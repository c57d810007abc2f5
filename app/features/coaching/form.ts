import { z } from "zod";
import { themeCodes } from "~/features/themes/model";
import { isDay } from "~/lib/dates";
import { presences, sessionChannels } from "~/lib/vocabulary";
import { dueChoices, parseDuration } from "./model";

const day = z.string({ error: "required" }).refine(isDay, "day");
/** A text box left empty is an empty text; a missing one too. */
const longText = z.string().trim().max(20_000, "tooLong").default("");
const duration = z.string({ error: "required" }).transform((text, context) => {
  const minutes = parseDuration(text);
  if (minutes === undefined) context.addIssue({ code: "custom", message: "duration" });
  return minutes ?? z.NEVER;
});
const minutes = z
  .string()
  .optional()
  .transform((text, context) => {
    if (text === undefined || text === "0") return 0;
    const parsed = parseDuration(text);
    if (parsed === undefined) context.addIssue({ code: "custom", message: "duration" });
    return parsed ?? z.NEVER;
  });

export const participantSchema = z.object({
  providerId: z.uuid({ error: "invalid" }),
  presence: z.enum(presences).default("present"),
});

/** « Nouvelle séance » (look.md): who, day and duration are required, the rest can wait. */
export const sessionSchema = z
  .object({
    id: z.uuid({ error: "invalid" }),
    ownerId: z.string({ error: "required" }),
    version: z.coerce.number().int().optional(),
    participants: z.array(participantSchema).default([]),
    headCount: z.coerce.number({ error: "number" }).int("number").min(0, "number").max(10_000, "number").default(0),
    title: z.string().trim().max(200, "tooLong").optional(),
    heldOn: day,
    duration,
    channel: z.enum(sessionChannels).optional(),
    theme: z.enum(themeCodes, { error: "unknownTheme" }).optional(),
    note: longText,
    privateNote: longText,
    preparation: minutes,
    travel: minutes,
    travelKilometres: z.coerce.number({ error: "number" }).int("number").min(0, "number").max(2000, "number").default(0),
    nextStep: z.string().trim().max(300, "tooLong").optional(),
    nextStepDue: z.enum(dueChoices).default("none"),
    nextStepDate: z.string().refine(isDay, "day").optional(),
  })
  .refine((session) => (session.participants ?? []).length > 0 || session.headCount > 0, {
    path: ["participants"],
    message: "participants",
    // Asked even where other fields are wrong: all that is missing is said at once.
    when: () => true,
  });

export type SessionInput = z.output<typeof sessionSchema>;
