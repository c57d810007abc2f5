import type { Actor } from "~/access/actor";
import { newId } from "~/lib/ids";
import { readQuestions } from "./answers.server";
import { getWorkshop } from "./queries.server";

/** What the form for a caller needs; throws NotFoundError out of sight. */
export function readRegisterForm(actor: Actor, workshopId: string) {
  const row = getWorkshop(actor, workshopId, "workshop.register");
  return { title: row.title, id: newId(), questions: readQuestions(row.id) };
}
