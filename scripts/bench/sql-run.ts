// The SQL of one generated file, in a process built as the product is: prints its measures as JSON.
import { z } from "zod";
import { sizes } from "./sizes";
import { measureSql } from "./sql-measures";

const asked = z
  .object({ path: z.string(), size: z.enum(["small", "region", "nation"]), rounds: z.number() })
  .parse(JSON.parse(process.argv[2] ?? "{}"));

console.log(JSON.stringify(measureSql(asked.path, sizes[asked.size], asked.rounds)));
