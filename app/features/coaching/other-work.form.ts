import { z } from "zod";
import { isDay } from "~/lib/dates";
import { otherWorkKinds } from "~/lib/vocabulary";
import { parseDuration } from "./model";

export const otherWorkSchema = z.object({
  id: z.uuid({ error: "invalid" }),
  /** The office that the form was opened for. */
  ownerId: z.string().max(60, "invalid").optional(),
  version: z.coerce.number().int().optional(),
  kind: z.enum(otherWorkKinds, { error: "required" }),
  heldOn: z.string({ error: "required" }).refine(isDay, "day"),
  duration: z.string({ error: "required" }).transform((text, context) => {
    const minutes = parseDuration(text);
    if (minutes === undefined) context.addIssue({ code: "custom", message: "duration" });
    return minutes ?? z.NEVER;
  }),
  note: z.string().trim().max(300, "tooLong").default(""),
});

export type OtherWorkInput = z.output<typeof otherWorkSchema>;
