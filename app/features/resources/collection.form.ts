import { z } from "zod";
import { resourceVisibilities } from "~/lib/vocabulary";

export const collectionSchema = z.object({
  id: z.uuid({ error: "invalid" }),
  version: z.coerce.number().int().optional(),
  title: z.string({ error: "required" }).trim().min(3, "required").max(90, "tooLong"),
  summary: z.string().trim().max(220, "tooLong").default(""),
  visibility: z.enum(resourceVisibilities).default("office"),
});
export type CollectionInput = z.output<typeof collectionSchema>;

/** One change to the list of a collection. */
export const collectionChangeSchema = z.object({
  intent: z.enum(["add", "remove", "up", "down"]),
  resource: z.uuid(),
});
export type CollectionChange = z.output<typeof collectionChangeSchema>;

/** What stands between the two `---` lines of a shipped collection. */
export const shippedCollectionSchema = z.object({
  slug: z.string(),
  title: z.string().min(3).max(90),
  summary: z.string().min(20).max(220),
  sheets: z.array(z.string()).min(3),
});
