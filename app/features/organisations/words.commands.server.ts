import { and, eq } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import { run } from "~/commands/run.server";
import { db } from "~/db/client.server";
import { funders, tags } from "~/db/schema/organisations.server";
import { NotFoundError, RuleError } from "~/lib/errors";
import { fold } from "~/lib/fold";
import type { WordInput } from "./form";
import type { OwnOffice } from "./settings.commands.server";

interface Place {
  table: typeof funders | typeof tags;
  ownerId: string;
  at: number;
}

/**
 * Adds, renames or ends a funder or a tag of an office; past sessions keep theirs. Throws RuleError
 * `required`, `wordTaken` on `name`, NotFoundError for another office's.
 */
export function changeWord(actor: Actor, office: OwnOffice, input: WordInput): void {
  const command = { name: `organisation.${input.list}.${input.intent}`, id: input.id, input, ownerId: office.id, isOnce: false };
  run(actor, command, ({ now, revise }) => {
    const place = { table: input.list === "funder" ? funders : tags, ownerId: office.id, at: now };
    if (input.intent === "add") return add(place, input);
    const { table } = place;
    const saved = db()
      .select()
      .from(table)
      .where(and(eq(table.id, input.id), eq(table.ownerId, office.id)))
      .get();
    if (!saved) throw new NotFoundError(input.list);
    if (input.intent === "rename") refuseName(place, input);
    revise(input.list, saved);
    const change = input.intent === "end" ? { endedAt: now } : { name: input.name };
    db().update(table).set(change).where(eq(table.id, input.id)).run();
  });
}

/** A word that was ended under this name comes back, so that the past and the future are counted together. */
function add(place: Place, input: WordInput): void {
  const { table, ownerId, at } = place;
  const same = refuseName(place, input);
  if (same) db().update(table).set({ endedAt: null, name: input.name }).where(eq(table.id, same.id)).run();
  else db().insert(table).values({ id: input.id, ownerId, name: input.name, createdAt: at }).run();
}

/** The ended word of this name, whatever its case and accents; a current one is refused. */
function refuseName({ table, ownerId }: Place, input: WordInput) {
  if (input.name === "") throw new RuleError("required", {}, "name");
  const rows = db()
    .select({ id: table.id, name: table.name, endedAt: table.endedAt })
    .from(table)
    .where(eq(table.ownerId, ownerId))
    .all();
  const same = rows.filter((row) => row.id !== input.id && fold(row.name) === fold(input.name));
  const isTaken = input.intent === "add" ? same.some((row) => row.endedAt === null) : same.length > 0;
  if (isTaken) throw new RuleError("wordTaken", {}, "name");
  return same[0];
}
