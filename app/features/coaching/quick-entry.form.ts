import { z } from "zod";
import { themeCodes } from "~/features/themes/model";
import { isDay } from "~/lib/dates";
import { sessionChannels } from "~/lib/vocabulary";
import { parseDuration } from "./model";

/** `same` is the theme of the row above. */
const theme = z.enum(["same", ...themeCodes], { error: "unknownTheme" }).optional();

export const quickRowSchema = z.object({
  id: z.uuid({ error: "invalid" }),
  who: z.string().trim().max(200, "tooLong").default(""),
  /** Chosen where the words name several. */
  providerId: z.uuid({ error: "invalid" }).optional(),
  minutes: z.string().trim().default(""),
  theme,
  note: z.string().trim().max(500, "tooLong").default(""),
});

/** A day's calls: a date and a channel for all, a row each. */
export const quickEntrySchema = z.object({
  id: z.uuid({ error: "invalid" }),
  /** The office that the form was opened for. */
  ownerId: z.string().max(60, "invalid").optional(),
  heldOn: z.string({ error: "required" }).refine(isDay, "day"),
  channel: z.enum(sessionChannels).default("phone"),
  rows: z
    .array(
      quickRowSchema.superRefine((row, context) => {
        if (isEmptyRow(row)) return;
        if (parseDuration(row.minutes) === undefined) {
          context.addIssue({ code: "custom", path: ["minutes"], message: "duration" });
        }
      }),
    )
    .max(50, "invalid")
    .default([]),
});

export type QuickRow = z.output<typeof quickRowSchema>;
export type QuickEntryInput = z.output<typeof quickEntrySchema>;

/** A row in which nothing was said; its prefilled duration does not count. */
export function isEmptyRow(row: { who?: string | undefined; note?: string | undefined }): boolean {
  return !row.who && !row.note;
}
