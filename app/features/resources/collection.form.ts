import { z } from "zod";

/** An office's collection: whom it is for stops at the network, since its page asks for a sign-in. */
export const collectionVisibilities = ["office", "territory", "network"] as const;

export const collectionSchema = z.object({
  id: z.uuid({ error: "invalid" }),
  version: z.coerce.number().int().optional(),
  title: z.string({ error: "required" }).trim().min(3, "required").max(90, "tooLong"),
  summary: z.string().trim().max(220, "tooLong").default(""),
  visibility: z.enum(collectionVisibilities).default("office"),
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
