import { z } from "zod";
import { isDay } from "~/lib/dates";
import { locales, roles } from "~/lib/vocabulary";

export const signInSchema = z.object({
  email: z.email({ error: (issue) => (issue.input === undefined ? "required" : "email") }).max(200, "tooLong"),
  password: z.string({ error: "required" }).min(1, "required").max(200, "tooLong"),
  redirectTo: z.string().max(500).optional(),
});
/** The second button of the same form: the address alone. */
export const askLinkSchema = signInSchema.pick({ email: true, redirectTo: true });
export const codeSchema = z.object({
  code: z.string({ error: "required" }).max(40, "code"),
  redirectTo: z.string().max(500).optional(),
});

/** In the browser that asked nothing is typed. */
export const linkSchema = codeSchema.extend({ code: z.string().max(40, "code").default("") });

/** A code as typed or pasted, with or without its space. */
export const normalCode = (typed: string): string => typed.replace(/\D/g, "");
export type SignIn = z.output<typeof signInSchema>;

const shortText = z.string().trim().max(120, "tooLong").optional();
export const profileSchema = z.object({
  version: z.coerce.number().int(),
  name: z.string({ error: "required" }).trim().min(1, "required").max(120, "tooLong"),
  locale: z.enum(locales, { error: "invalid" }),
  phone: shortText,
  jobTitle: shortText,
  presentDays: z.array(z.coerce.number().int().min(1).max(7)).default([]),
  cohortName: shortText,
  cohortYear: z.coerce.number({ error: "year" }).int("year").min(2000, "year").max(2100, "year").optional(),
});
export type ProfileInput = z.output<typeof profileSchema>;

export const newPassword = z.string({ error: "required" }).min(12, "shortPassword").max(200, "tooLong");
export const passwordSchema = z.object({ present: z.string().max(200, "tooLong").optional(), password: newPassword });
export type PasswordInput = z.output<typeof passwordSchema>;

const id = z.uuid({ error: "invalid" });
const day = z.string({ error: "required" }).refine(isDay, "day");
const weekdays = z.array(z.coerce.number().int().min(1).max(7)).default([]);

export const invitationSchema = z.object({
  id,
  name: z.string({ error: "required" }).trim().min(1, "required").max(120, "tooLong"),
  email: z.email({ error: (issue) => (issue.input === undefined ? "required" : "email") }).max(200, "tooLong"),
  roles: z.array(z.enum(roles, { error: "invalid" })).min(1, "required"),
  organisationIds: z.array(z.string().max(40)).min(1, "required"),
});
export type InvitationInput = z.output<typeof invitationSchema>;

export const acceptSchema = z.object({
  name: z.string({ error: "required" }).trim().min(1, "required").max(120, "tooLong"),
  password: newPassword.optional(),
});

/** The first page of an empty installation. */
export const setupSchema = z.object({
  code: z.string({ error: "required" }).max(40, "setupCode"),
  organisation: z.string({ error: "required" }).trim().min(1, "required").max(120, "tooLong"),
  kind: z.enum(["office", "territory", "network"], { error: "invalid" }),
  name: z.string({ error: "required" }).trim().min(1, "required").max(120, "tooLong"),
  email: z.email({ error: (issue) => (issue.input === undefined ? "required" : "email") }).max(200, "tooLong"),
  password: newPassword,
});
export type SetupInput = z.output<typeof setupSchema>;

export const membershipSchema = z
  .object({
    version: z.coerce.number().int(),
    role: z.enum(roles, { error: "invalid" }),
    startsOn: day,
    endsOn: day.optional(),
    workingDays: weekdays,
    hoursPerYear: z.coerce.number({ error: "number" }).int("number").min(0, "number").max(4000, "number").optional(),
  })
  .refine((input) => !input.endsOn || input.endsOn >= input.startsOn, { path: ["endsOn"], message: "dayOrder" });
export type MembershipInput = z.output<typeof membershipSchema>;

export const leaveSchema = z.object({ endsOn: day, successorId: z.string().max(40).optional() });

export const absenceSchema = z
  .object({ id, startsOn: day, endsOn: day, substituteId: z.string().max(40).optional() })
  .refine((input) => input.endsOn >= input.startsOn, { path: ["endsOn"], message: "dayOrder" });
export type AbsenceInput = z.output<typeof absenceSchema>;
