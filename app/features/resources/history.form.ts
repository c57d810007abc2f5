import { z } from "zod";
import { themeCodes } from "~/features/themes/model";
import {
  establishmentKinds,
  levels,
  licences,
  locales,
  resourceKinds,
  resourceSeasons,
  resourceStates,
  resourceVisibilities,
} from "~/lib/vocabulary";

const words = z.string().default("");
const maybe = z.string().nullable().default(null);

/** What a version holds of a resource: the columns that a reader or its office sees, as they were kept. */
export const heldSchema = z.object({
  title: z.string(),
  summary: words,
  keywords: words,
  body: words,
  kind: z.enum(resourceKinds),
  theme: z.enum(themeCodes),
  subTheme: maybe,
  level: z.enum(levels).default("beginner"),
  visibility: z.enum(resourceVisibilities).default("office"),
  state: z.enum(resourceStates).default("published"),
  season: z.enum(resourceSeasons).default("any"),
  forKinds: z.array(z.enum(establishmentKinds)).default([]),
  locale: z.enum(locales).default("fr"),
  url: maybe,
  minutes: z.number().nullable().default(null),
  author: maybe,
  licence: z.enum(licences).nullable().default(null),
  reviewedOn: maybe,
  expiresOn: maybe,
  fileId: maybe,
  pictureFileId: maybe,
});
export type Held = z.output<typeof heldSchema>;

/** Which version comes back, over which one. */
export const restoreSchema = z.object({
  version: z.coerce.number().int(),
  restored: z.coerce.number().int().min(1),
});
