import { z } from "zod";
import { themeCodes } from "~/features/themes/model";
import { establishmentKinds } from "~/lib/vocabulary";

const address = z.url({ error: "url", protocol: /^https?$/ }).max(500, "tooLong");

/** A piece of news typed by hand, or a proposal that is kept with why it matters. */
export const watchItemSchema = z.object({
  id: z.uuid({ error: "invalid" }),
  version: z.coerce.number().int().optional(),
  url: address,
  title: z.string({ error: "required" }).trim().min(3, "required").max(160, "tooLong"),
  summary: z.string().trim().max(1000, "tooLong").default(""),
  why: z.string({ error: "required" }).trim().min(3, "required").max(1000, "tooLong"),
  theme: z.enum(themeCodes, { error: "unknownTheme" }),
  forKinds: z.array(z.enum(establishmentKinds)).default([]),
  publishedOn: z.iso.date({ error: "date" }),
});
export type WatchItemInput = z.output<typeof watchItemSchema>;

export const watchFeedSchema = z.object({
  id: z.uuid({ error: "invalid" }),
  url: address,
  title: z.string({ error: "required" }).trim().min(3, "required").max(120, "tooLong"),
  theme: z.enum(themeCodes, { error: "unknownTheme" }),
});
export type WatchFeedInput = z.output<typeof watchFeedSchema>;

export const watchQuery = z.object({
  theme: z.enum(themeCodes).optional(),
  forKind: z.enum(establishmentKinds).optional(),
  skip: z.coerce.number().int().min(0).max(100_000).optional(),
});
