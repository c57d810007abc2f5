import type { Actor } from "~/access/actor";
import { newId } from "~/lib/ids";
import { readQuestions } from "./answers.server";
import { type DeskOffice, getDesk } from "./desk.queries.server";

/** What the form for a caller needs; throws NotFoundError for whoever registers nobody there. */
export function readRegisterForm(actor: Actor, workshopId: string) {
  const { workshop, offices } = getDesk(actor, workshopId);
  return { title: workshop.title, id: newId(), questions: readQuestions(workshop.id), offices: officeChoices(offices) };
}

/** Between which offices a desk chooses who counts the person; none where there is nothing to choose. */
export const officeChoices = (offices: readonly DeskOffice[]) =>
  offices.length > 1 ? offices.map(({ id, name }) => ({ value: id, label: name })) : [];
