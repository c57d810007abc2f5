import { z } from "zod";
import { themeCodes } from "~/features/themes/model";
import { isDay } from "~/lib/dates";
import { levels, workshopAudiences, workshopFormats, workshopPlaces, workshopQuestionKinds } from "~/lib/vocabulary";

const line = (longest: number) => z.string().trim().max(longest, "tooLong");
const clock = z.string({ error: "required" }).regex(/^([01]\d|2[0-3]):[0-5]\d$/, "hour");
const day = z.string({ error: "required" }).refine(isDay, "day");
const count = (most: number) => z.coerce.number({ error: "number" }).int("number").min(1, "number").max(most, "number");
const tick = z.literal("on").optional();
const ids = z.array(z.string().max(60, "invalid")).max(200, "invalid").optional();

export const partSchema = z
  .object({ day, from: clock, to: clock })
  .refine((part) => part.to > part.from, { path: ["to"], message: "endsBeforeStart" });

export const questionSchema = z.object({
  id: z.uuid({ error: "invalid" }),
  label: line(200).optional(),
  kind: z.enum(workshopQuestionKinds).default("text"),
  /** One a line. */
  choices: line(2000).optional(),
  isRequired: tick,
});

/** « Préparer un atelier »: title and first part are required; the rest has its usual values. */
export const workshopSchema = z.object({
  id: z.uuid({ error: "invalid" }),
  ownerId: z.string({ error: "required" }),
  version: z.coerce.number().int().optional(),
  title: z.string({ error: "required" }).trim().min(1, "required").max(200, "tooLong"),
  description: line(20_000).default(""),
  themes: z.array(z.enum(themeCodes, { error: "unknownTheme" })).optional(),
  mainTheme: z.enum(themeCodes, { error: "unknownTheme" }).optional(),
  level: z.enum(levels).optional(),
  format: z.enum(workshopFormats).default("workshop"),
  language: line(20).default("fr"),
  place: z.enum(workshopPlaces).default("office"),
  placeName: line(300).default(""),
  commune: line(120).optional(),
  videoUrl: z.url({ protocol: /^https?$/, error: "url" }).optional(),
  parts: z.array(partSchema).min(1, "required").max(20, "invalid"),
  capacity: count(5000).optional(),
  seatsPerEstablishment: count(50).optional(),
  minimum: count(500).optional(),
  audience: z.enum(workshopAudiences).default("public"),
  price: line(120).default(""),
  isPaid: tick,
  bring: line(2000).default(""),
  closesMinutes: z.coerce.number().int("number").min(0, "number").max(43_200, "number").default(0),
  offerMinutes: z.coerce.number().int("number").min(0, "number").max(20_160, "number").default(1440),
  reminders: z.array(z.coerce.number().int("number").min(30, "number").max(43_200, "number")).optional(),
  laterFeedbackDays: z.coerce.number({ error: "number" }).int("number").min(1, "number").max(400, "number").optional(),
  hasSignatures: tick,
  /** Saved although something is not free. */
  equipmentAnyway: tick,
  facilitators: ids,
  resourcesBefore: ids,
  resourcesAfter: ids,
  /** `equipmentId:quantity`, as the form names each. */
  equipment: z.array(z.string().max(80, "invalid")).optional(),
  /** `organisationId:seats`, as the form names each. */
  shares: z.array(z.string().max(80, "invalid")).optional(),
  sharesUntil: z.string().refine(isDay, "day").optional(),
  questions: z.array(questionSchema).max(12, "invalid").optional(),
});
export type WorkshopInput = z.output<typeof workshopSchema>;

const person = {
  id: z.uuid({ error: "invalid" }),
  name: z.string({ error: "required" }).trim().min(1, "required").max(120, "tooLong"),
  establishment: line(200).default(""),
  phone: line(40).optional(),
  pictures: z.enum(["yes", "no"]).optional(),
  /** By question id. */
  answers: z.record(z.string(), line(2000)).optional(),
};

/** A person without account: name, establishment, mail. */
export const visitorSchema = z.object({
  ...person,
  establishment: z.string({ error: "required" }).trim().min(1, "required").max(200, "tooLong"),
  email: z.email({ error: (issue) => (issue.input === undefined ? "required" : "email") }).max(200, "tooLong"),
});

/** Someone who lost the link of their registration. */
export const resendSchema = z.object({
  mailbox: z.email({ error: (issue) => (issue.input === undefined ? "required" : "email") }).max(200, "tooLong"),
});

/** A caller or visitor written down by the office; a mail address is never required. */
export const callerSchema = z.object({
  ...person,
  email: z.email({ error: "email" }).max(200, "tooLong").optional(),
  providerId: z.uuid({ error: "invalid" }).optional(),
});

/** A host signed in; who comes, for which of their providers. */
export const hostSchema = z.object({ ...person, providerId: z.uuid({ error: "invalid" }) });

export type PersonInput = z.output<typeof callerSchema>;

export const cancelSchema = z.object({ reason: line(1000).optional() });

/** What the registered person may change by their link. */
export const manageSchema = z.object({
  name: person.name,
  establishment: person.establishment,
  phone: person.phone,
  pictures: person.pictures,
  answers: person.answers,
});
export type ManageInput = z.output<typeof manageSchema>;

export const workshopQuery = z.object({
  view: z.enum(["coming", "past", "draft"]).optional(),
  theme: z.enum(themeCodes).optional(),
  office: z.string().max(60).optional(),
  after: z.string().max(100).optional(),
});

export const programmeQuery = z.object({
  theme: z.enum(themeCodes).optional(),
  level: z.enum(levels).optional(),
  commune: z.string().max(120).optional(),
  office: z.string().max(120).optional(),
  skip: z.coerce.number().int().min(0).max(10_000).optional(),
});
