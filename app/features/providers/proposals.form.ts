import { z } from "zod";
import { correctedFields, proposalFields } from "./proposals.model";

export const proposalSchema = z
  .object({
    id: z.uuid({ error: "invalid" }),
    subject: z.enum(["establishment", "contact"], { error: "invalid" }),
    subjectId: z.string({ error: "invalid" }).max(40, "invalid"),
    field: z.enum(correctedFields, { error: "invalid" }),
    newValue: z.string({ error: "required" }).trim().min(1, "required").max(200, "tooLong"),
    comment: z.string().trim().max(500, "tooLong").default(""),
  })
  .refine(({ subject, field }) => proposalFields[subject].some((one) => one === field), { path: ["field"], message: "invalid" });
export type ProposalInput = z.output<typeof proposalSchema>;
