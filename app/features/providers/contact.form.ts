import { z } from "zod";
import { isDay } from "~/lib/dates";
import { parsePhone } from "~/lib/phone";
import { locales, preferredWays } from "~/lib/vocabulary";

const day = z.string().refine(isDay, "day").optional();

export const contactSchema = z
  .object({
    id: z.uuid({ error: "invalid" }).optional(),
    version: z.coerce.number().int().default(0),
    name: z.string({ error: "required" }).trim().min(1, "required").max(120, "tooLong"),
    function: z.string().trim().max(120, "tooLong").optional(),
    email: z.email({ error: "email" }).max(200, "tooLong").toLowerCase().optional(),
    /** E.164. */
    phone: z
      .string()
      .max(40, "tooLong")
      .transform((text, context) => {
        const phone = parsePhone(text);
        if (!phone) context.addIssue({ code: "custom", message: "phone" });
        return phone;
      })
      .optional(),
    preferredWay: z.enum(preferredWays).default("mail"),
    locale: z.enum(locales).default("fr"),
    startsOn: day,
    endsOn: day,
    returnsEachSeason: z.boolean().default(false),
    invitationsRefused: z.boolean().default(false),
    /** The day of the consent; none where it was not given or was taken back. */
    newsletterConsentOn: day,
    picturesConsentOn: day,
  })
  .refine(({ startsOn, endsOn }) => !startsOn || !endsOn || startsOn <= endsOn, { path: ["endsOn"], message: "endsBeforeStart" });
export type ContactInput = z.output<typeof contactSchema>;
