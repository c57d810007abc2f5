import type { Actor } from "~/access/actor";
import { type Catalogue, textsOf } from "~/i18n/translate";
import { listProposals } from "./proposals.queries.server";

type Field = keyof Catalogue["ownData"]["fields"];

/** What a provider proposed to correct, and what became of it, a line each. */
export function describeProposals(actor: Actor, providerId: string): { id: string; text: string }[] {
  const { fields, states } = textsOf(actor.locale, "ownData").ownData;
  const { colon } = textsOf(actor.locale, "common").common;
  const isField = (name: string): name is Field => name in fields;
  return listProposals(actor, providerId).map((row) => ({
    id: row.id,
    text: [
      `${isField(row.field) ? fields[row.field] : row.field}${colon}${row.newValue ?? ""}`,
      states[row.decision ?? "open"],
      row.reply,
    ]
      .filter(Boolean)
      .join(" · "),
  }));
}
