import { NotFoundError } from "~/lib/errors";

export const markIntents = ["useful", "not_useful", "done", "undo", "keep", "unkeep"] as const;
export type MarkIntent = (typeof markIntents)[number];

/** Which button was pressed; throws NotFoundError for one that does not exist. */
export function readMark(fields: FormData): MarkIntent {
  const intent = markIntents.find((one) => one === fields.get("intent"));
  if (!intent) throw new NotFoundError("mark");
  return intent;
}
