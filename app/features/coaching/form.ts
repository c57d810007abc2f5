import { z } from "zod";
import { isSubTheme, themeCodes } from "~/features/themes/model";
import { isDay } from "~/lib/dates";
import { actionDoers, presences, sessionChannels } from "~/lib/vocabulary";
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

const ids = z.array(z.string().max(60, "invalid")).max(500, "invalid").optional();

/** One business, colleague, office or free name (`Expected`); exactly one of the four. */
export const participantSchema = z
  .object({
    providerId: z.uuid({ error: "invalid" }).optional(),
    userId: z.string().max(60, "invalid").optional(),
    organisationId: z.string().max(60, "invalid").optional(),
    name: z.string().trim().min(1).max(120, "tooLong").optional(),
    contacts: z.array(z.uuid({ error: "invalid" })).optional(),
    others: z.string().trim().max(500, "tooLong").optional(),
    presence: z.enum(presences).default("present"),
  })
  .refine((one) => [one.providerId, one.userId, one.organisationId, one.name].filter(Boolean).length === 1, "invalid");

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
    /** Clock time in the owner's zone. */
    hour: z
      .string()
      .regex(/^([01]\d|2[0-3]):[0-5]\d$/, "hour")
      .optional(),
    duration,
    channel: z.enum(sessionChannels).optional(),
    theme: z.enum(themeCodes, { error: "unknownTheme" }).optional(),
    subThemes: z.array(z.string().refine(isSubTheme, "unknownTheme")).optional(),
    note: longText,
    privateNote: longText,
    preparation: minutes,
    travel: minutes,
    travelKilometres: z.coerce.number({ error: "number" }).int("number").min(0, "number").max(2000, "number").default(0),
    nextStep: z.string().trim().max(300, "tooLong").optional(),
    nextStepDue: z.enum(dueChoices).default("none"),
    nextStepDate: z.string().refine(isDay, "day").optional(),
    nextStepBy: z.enum(actionDoers).optional(),
    establishments: ids,
    /** Co-facilitators, beside whoever logs it. */
    facilitators: ids,
    /** A funder's id, `none`, or nothing: then it is deduced. */
    funderId: z.string().max(60, "invalid").optional(),
    resources: ids,
    /** Steps of the plans of those present that the session was about. */
    steps: ids,
    /** The form showed the steps: one that is not ticked is untied. */
    hasSteps: z.literal("on").optional(),
    tags: ids,
    /** Words that are not tags yet, separated by commas. */
    newTags: z.string().trim().max(300, "tooLong").optional(),
    /** Why, where the day falls in a report that is finished. */
    reportReason: z.string().trim().max(300, "tooLong").optional(),
    /** « Enregistrer, à compléter »: kept on the list of what is left to fill. */
    isLeftOpen: z.literal("on").optional(),
  })
  .refine((session) => (session.participants ?? []).length > 0 || session.headCount !== 0, {
    path: ["participants"],
    message: "participants",
    // Asked even where other fields are wrong: all that is missing is said at once.
    when: () => true,
  })
  .refine(
    ({ nextStep, nextStepDue, nextStepDate, isLeftOpen }) => !nextStep || nextStepDue !== "date" || nextStepDate || isLeftOpen,
    {
      path: ["nextStepDate"],
      message: "required",
      when: () => true,
    },
  );

export type SessionInput = z.output<typeof sessionSchema>;
