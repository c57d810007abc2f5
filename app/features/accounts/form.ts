import { z } from "zod";

export const signInSchema = z.object({
  email: z.email({ error: (issue) => (issue.input === undefined ? "required" : "email") }).max(200, "tooLong"),
  password: z.string({ error: "required" }).min(1, "required").max(200, "tooLong"),
  redirectTo: z.string().max(500).optional(),
});
export type SignIn = z.output<typeof signInSchema>;
