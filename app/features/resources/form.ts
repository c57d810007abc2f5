import { z } from "zod";
import { isSubTheme, themeCodes } from "~/features/themes/model";
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

export const resourceSchema = z
  .object({
    id: z.uuid({ error: "invalid" }),
    version: z.coerce.number().int().optional(),
    kind: z.enum(resourceKinds, { error: "required" }),
    title: z.string({ error: "required" }).trim().min(3, "required").max(90, "tooLong"),
    summary: z.string().trim().max(220, "tooLong").default(""),
    theme: z.enum(themeCodes, { error: "unknownTheme" }),
    /** `theme.sub_theme`, of the same theme. */
    subTheme: z.string().refine(isSubTheme, "unknownTheme").optional(),
    level: z.enum(levels).default("beginner"),
    minutes: z.coerce.number({ error: "number" }).int("number").min(1, "number").max(600, "number").optional(),
    visibility: z.enum(resourceVisibilities).default("office"),
    state: z.enum(resourceStates).default("published"),
    season: z.enum(resourceSeasons).default("any"),
    forKinds: z.array(z.enum(establishmentKinds)).default([]),
    locale: z.enum(locales).default("fr"),
    keywords: z.string().trim().max(400, "tooLong").default(""),
    author: z.string().trim().max(120, "tooLong").optional(),
    licence: z.enum(licences).optional(),
    reviewedOn: z.iso.date({ error: "invalid" }).optional(),
    expiresOn: z.iso.date({ error: "invalid" }).optional(),
    url: z
      .url({ error: "url", protocol: /^https?$/ })
      .max(500, "tooLong")
      .optional(),
    body: z.string().trim().max(50_000, "tooLong").default(""),
  })
  .refine(({ theme, subTheme }) => subTheme === undefined || subTheme.startsWith(`${theme}.`), {
    path: ["subTheme"],
    message: "otherTheme",
  })
  .refine(({ kind, url }) => kind === "sheet" || kind === "file" || url !== undefined, {
    path: ["url"],
    message: "required",
    when: () => true,
  })
  .refine((resource) => resource.kind !== "sheet" || resource.body !== "", {
    path: ["body"],
    message: "required",
    when: () => true,
  });

export type ResourceInput = z.output<typeof resourceSchema>;

/** The library's filters, as its address carries them. */
export const resourceQuery = z.object({
  q: z.string().max(120).optional(),
  theme: z.enum(themeCodes).optional(),
  level: z.enum(levels).optional(),
  form: z.enum(resourceKinds).optional(),
  forKind: z.enum(establishmentKinds).optional(),
  season: z.enum(resourceSeasons).optional(),
  skip: z.coerce.number().int().min(0).max(100_000).optional(),
});
