import { z } from "zod";

/** What a provider may propose to correct in its own record. */
export const proposalFields = {
  establishment: ["name", "street", "postcode", "capacity", "registrationNumber"],
  contact: ["name", "function", "email", "phone"],
} as const;
const fields = [...new Set([...proposalFields.establishment, ...proposalFields.contact])];
export type ProposalField = (typeof fields)[number];

export const proposalSchema = z
  .object({
    id: z.uuid({ error: "invalid" }),
    subject: z.enum(["establishment", "contact"], { error: "invalid" }),
    subjectId: z.string({ error: "invalid" }).max(40, "invalid"),
    field: z.enum(fields, { error: "invalid" }),
    newValue: z.string({ error: "required" }).trim().min(1, "required").max(200, "tooLong"),
    comment: z.string().trim().max(500, "tooLong").default(""),
  })
  .refine(({ subject, field }) => proposalFields[subject].some((one) => one === field), { path: ["field"], message: "invalid" });
export type ProposalInput = z.output<typeof proposalSchema>;
