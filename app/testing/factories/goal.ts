import type { Actor } from "~/access/actor";
import { authorize } from "~/access/authorized";
import { setGoal } from "~/features/dashboards/goal.commands.server";
import { goalSchema } from "~/features/dashboards/goal.form";
import { changeWord } from "~/features/organisations/words.commands.server";
import { newId } from "~/lib/ids";

/** A funder of the office's list. */
export function makeFunder(director: Actor, office: { id: string; ownerId: string }, name = "Département des Pertuis"): string {
  const id = newId();
  changeWord(director, authorize(director, "organisation.settings", office), { list: "funder", intent: "add", id, name });
  return id;
}

/** A goal of an office, as its form would post it; 120 providers reached in 2026 unless told. */
export function makeGoal(director: Actor, office: { id: string }, given: Record<string, unknown> = {}): string {
  const posted = { id: newId(), figure: "reached", target: 120, startsOn: "2026-01-01", endsOn: "2026-12-31", ...given };
  return setGoal(director, authorize(director, "goal.set", { ...office, ownerId: office.id }), goalSchema.parse(posted)).id;
}
