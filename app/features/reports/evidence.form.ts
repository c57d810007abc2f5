import { z } from "zod";
import { periodQuery } from "./period.form";

/** The pack as its address asks for it: `criterion` comes several times. */
export const evidenceQuery = periodQuery.extend({ clear: z.literal("on").optional() });
