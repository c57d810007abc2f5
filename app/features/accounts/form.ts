import { z } from "zod";

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
