import { z } from "zod";
import { isDay } from "~/lib/dates";
import { channelKinds, channelStates } from "~/lib/vocabulary";
import { normaliseUrl } from "./url.model";

export const channelSchema = z
  .object({
    id: z.uuid({ error: "invalid" }).optional(),
    /** What the form showed, told by `channelMark`; another mark now is a conflict. */
    seen: z.string().max(2000).default(""),
    kind: z.enum(channelKinds, { error: "required" }),
    service: z.string().trim().toLowerCase().max(60, "tooLong").optional(),
    url: z
      .string()
      .max(1000, "tooLong")
      .transform((text, context) => {
        const url = normaliseUrl(text);
        if (!url) context.addIssue({ code: "custom", message: "webAddress" });
        return url;
      })
      .optional(),
    state: z.enum(channelStates).default("unknown"),
    checkedOn: z.string().refine(isDay, "day").optional(),
  })
  .refine(({ url, state }) => url !== undefined || state === "absent" || state === "to_claim", {
    path: ["url"],
    message: "required",
  });
export type ChannelInput = z.output<typeof channelSchema>;
