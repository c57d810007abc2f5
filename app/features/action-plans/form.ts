import { z } from "zod";
import { themeCodes } from "~/features/themes/model";
import { isDay } from "~/lib/dates";
import { actionDoers, actionStates } from "~/lib/vocabulary";
import { answerWays, batchChanges, ownAnswers } from "./model";

const text = (max: number) => z.string().trim().max(max, "tooLong").default("");
/** A page that shows what was done: http or https alone. */
const webAddress = z
  .string()
  .trim()
  .max(500, "tooLong")
  .transform((typed) => (/^https?:\/\//i.test(typed) || typed === "" ? typed : `https://${typed}`))
  .refine((address) => address === "" || URL.canParse(address), "url")
  .optional();
const day = z.string({ error: "required" }).refine(isDay, "day");

/** An action as its form sends it; `version` when it exists already. */
export const actionSchema = z.object({
  id: z.uuid({ error: "invalid" }),
  version: z.coerce.number().int().optional(),
  title: z.string({ error: "required" }).trim().min(1, "required").max(300, "tooLong"),
  why: text(1000),
  how: text(5000),
  theme: z.enum(themeCodes, { error: "unknownTheme" }).optional(),
  doneBy: z.enum(actionDoers).default("provider"),
  priority: z.coerce.number({ error: "invalid" }).int("invalid").min(1, "invalid").max(3, "invalid").default(2),
  dueOn: z.string().refine(isDay, "day").optional(),
  minutes: z.coerce.number({ error: "number" }).int("number").min(1, "number").max(1440, "number").optional(),
  resourceId: z.string().max(40, "invalid").optional(),
  contactId: z.string().max(40, "invalid").optional(),
  userId: z.string().max(40, "invalid").optional(),
  /** Smaller gestures, one a line. */
  steps: z
    .string()
    .max(3000, "tooLong")
    .default("")
    .transform((lines) =>
      lines
        .split("\n")
        .map((line) => line.trim().slice(0, 200))
        .filter(Boolean)
        .slice(0, 20),
    ),
  /** A draft reaches nobody until it is published. */
  publication: z.enum(["published", "draft"]).default("published"),
});
export type ActionInput = z.output<typeof actionSchema>;

/** What the provider answers: one button each. */
export const ownAnswerSchema = z.object({
  actionId: z.string({ error: "invalid" }).max(40, "invalid"),
  answer: z.enum(ownAnswers, { error: "invalid" }),
  comment: text(1000),
  link: webAddress,
});
export type OwnAnswer = z.output<typeof ownAnswerSchema>;

/** What was said elsewhere, written down on someone's behalf. */
export const recordedAnswerSchema = z.object({
  id: z.uuid({ error: "invalid" }),
  actionId: z.string({ error: "required" }).max(40, "invalid"),
  state: z.enum(actionStates, { error: "required" }),
  way: z.enum(answerWays, { error: "required" }),
  saidOn: day,
  contactId: z.string().max(40, "invalid").optional(),
  comment: text(1000),
  link: webAddress,
});
export type RecordedAnswer = z.output<typeof recordedAnswerSchema>;

export const pageLinkSchema = z.object({
  id: z.uuid({ error: "invalid" }),
  contactId: z.string({ error: "required" }).max(40, "invalid"),
});

/** A word in the thread of an action. */
export const commentSchema = z.object({
  id: z.uuid({ error: "invalid" }),
  text: z.string({ error: "required" }).trim().min(1, "required").max(2000, "tooLong"),
});

/** The tick of one of an action's smaller gestures. */
export const stepTickSchema = z.object({
  actionId: z.string({ error: "invalid" }).max(40, "invalid"),
  step: z.coerce.number({ error: "invalid" }).int("invalid").min(0, "invalid").max(19, "invalid"),
  isDone: z.enum(["1", "0"], { error: "invalid" }).transform((one) => one === "1"),
});

/** What is done to many actions at once. */
export const batchSchema = z.object({
  ids: z.array(z.string().max(40, "invalid")).min(1, "noneChosen").max(200, "invalid"),
  change: z.enum(batchChanges, { error: "required" }),
  dueOn: z.string().refine(isDay, "day").optional(),
});
export type BatchInput = z.output<typeof batchSchema>;
