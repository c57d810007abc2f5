import { z } from "zod";

/** `session/<id>` or `workshop/<id>`, as a choice carries it. */
const target = z
  .string({ error: "required" })
  .regex(/^(session|workshop)\/[\w-]{1,40}$/, "invalid")
  .transform((text) => {
    const [kind, targetId = ""] = text.split("/");
    return { kind: kind === "session" ? ("session" as const) : ("workshop" as const), targetId };
  });

/** What is done with the sessions and workshops of a step. */
export const tieSchema = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("tie"), target }),
  z.object({ intent: z.literal("untie"), target }),
  z.object({ intent: z.literal("session"), sessionId: z.uuid({ error: "invalid" }) }),
]);
