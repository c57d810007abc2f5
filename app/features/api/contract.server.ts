import { z } from "zod";
import { figureUnits } from "~/features/figures/catalogue.model";
import {
  establishmentKinds,
  levels,
  licences,
  otherWorkKinds,
  resourceKinds,
  resourceSeasons,
  sessionChannels,
  sessionKinds,
  workshopAudiences,
  workshopFormats,
  workshopPlaces,
  workshopStates,
} from "~/lib/vocabulary";

// What the API promises: answers are cut to these schemas, and the served description is made of them.

const id = z.string().describe("Identifier, a UUID; never a time or an order.");
const instant = z.iso.datetime().describe("Instant in UTC, ISO 8601.");
const day = z.iso.date().describe("Local day of the organisation, ISO 8601.");
const minutes = z.int().min(0).describe("Minutes.");
const count = z.int().min(0);
const theme = z.string().describe("Theme code.");
const inseeCode = z.string().nullable().describe("INSEE code of the commune.");

export const workshopAnswer = z.object({
  id,
  state: z.enum(workshopStates).exclude(["draft"]),
  title: z.string(),
  description: z.string(),
  themes: z.array(theme).describe("The main one first."),
  level: z.enum(levels).nullable(),
  format: z.enum(workshopFormats),
  language: z.string(),
  place: z.enum(workshopPlaces),
  placeName: z.string(),
  communeName: z.string().nullable(),
  inseeCode,
  zone: z.string().describe("IANA time zone."),
  startsAt: instant,
  endsAt: instant,
  durationMinutes: minutes,
  audience: z.enum(workshopAudiences),
  price: z.string(),
  capacity: count.nullable().describe("Seats; null for as many as come."),
  seated: count.describe("Seats taken or offered."),
  waiting: count.describe("People on the waiting list."),
});

export const resourceAnswer = z.object({
  id,
  slug: z.string(),
  isOwn: z.boolean().describe("Written by the organisation of the key."),
  kind: z.enum(resourceKinds),
  title: z.string(),
  summary: z.string(),
  theme,
  subTheme: z.string().nullable(),
  level: z.enum(levels),
  locale: z.string(),
  minutes: z.int().min(0).nullable().describe("Minutes to read or watch."),
  forKinds: z.array(z.string()).describe("Kinds of establishment it is meant for; empty for all."),
  season: z.enum(resourceSeasons),
  licence: z.enum(licences).nullable(),
  url: z.string().nullable(),
  reviewedOn: day.nullable(),
  expiresOn: day.nullable(),
});
export const wholeResourceAnswer = resourceAnswer.extend({ body: z.string().describe("Markdown.") });

export const providerAnswer = z.object({
  id,
  name: z.string(),
  siret: z.string().nullable(),
  kind: z.enum(establishmentKinds),
  communeName: z.string().nullable(),
  inseeCode,
  firstSupportOn: day.nullable(),
  lastSupportOn: day.nullable(),
  establishments: z.array(z.object({ id, name: z.string(), kind: z.enum(establishmentKinds), isMain: z.boolean(), inseeCode })),
});

export const sessionAnswer = z.object({
  id,
  kind: z.enum(sessionKinds),
  otherWorkKind: z.enum(otherWorkKinds).nullable(),
  heldOn: day,
  channel: z.enum(sessionChannels).nullable(),
  theme: theme.nullable(),
  subThemes: z.array(z.string()),
  durationMinutes: minutes,
  preparationMinutes: minutes,
  travelMinutes: minutes,
  travelKilometres: count.describe("Kilometres, there and back."),
  supports: count.describe("One per present person."),
  headCount: count.describe("Present people who are not recorded."),
  isCounted: z.boolean().describe("False for a session taken over from a file and kept out of the figures."),
  providerIds: z.array(id).describe("Providers that were present."),
  note: z.string().optional().describe("Only with the scope session_notes; the private note never."),
});

export const figuresAnswer = z.object({
  from: day,
  to: day,
  figures: z.array(
    z.object({
      id: z.string(),
      name: z.string().describe("In French."),
      help: z.string().describe("What it counts, in French."),
      unit: z.enum(figureUnits).describe("share is from 0 to 1, score from 1 to 5, cents of euros."),
      value: z.number().nullable().describe("Null where nothing was measured, or where it is masked."),
      of: z.string().nullable().describe("Id of the figure that it is a part of."),
      denominator: z.number().nullable(),
      count: z.number().nullable().describe("The numerator of a share; the answers of a score."),
      unknown: z.number().nullable().describe("Of how many nothing is known."),
      isMasked: z.boolean().describe("Fewer than five people: not told."),
    }),
  ),
  months: z.array(
    z.object({
      month: z.string().describe("2026-11"),
      kind: z.enum(sessionKinds),
      sessions: count,
      supports: count,
      minutes,
    }),
  ),
});

/** A page: `next` is given back as `after`; null on the last one. */
export const pageOf = <T extends z.ZodType>(item: T) => z.object({ data: z.array(item), next: z.string().nullable() });

export const problemAnswer = z.object({
  type: z.string(),
  title: z.string().describe("In French, for people."),
  status: z.int(),
  detail: z.string().describe("In English, for whoever writes the program."),
});

const limit = z.coerce.number().int().min(1).max(200).default(50).describe("Rows of a page.");
const after = z.string().max(300).optional().describe("The cursor of the page before: its `next`.");
export const pageQuery = z.strictObject({ limit, after });
const inOrder = ({ from, to }: { from?: string | undefined; to?: string | undefined }) => !from || !to || from <= to;
const order = { error: "Before from.", path: ["to"] };
export const daysQuery = z
  .strictObject({
    limit,
    after,
    from: z.iso.date().optional().describe("First day, included."),
    to: z.iso.date().optional().describe("Last day, included."),
  })
  .refine(inOrder, order);
export const periodQuery = z
  .strictObject({
    from: z.iso.date().optional().describe("First day; by default the first of the year of the last one."),
    to: z.iso.date().optional().describe("Last day; today by default."),
  })
  .refine(inOrder, order);
export const nothingQuery = z.strictObject({});
