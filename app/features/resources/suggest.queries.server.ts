import type { Actor } from "~/access/actor";
import { isTheme } from "~/features/themes/model";
import { listResourcesOfTheme } from "./queries.server";
import { searchResources } from "./search.queries.server";

/**
 * A few resources for something to do: those that answer its words within its theme, then the shortest of the theme.
 * None where neither says anything.
 */
export function suggestResources(actor: Actor, { title, theme }: { title: string; theme: string | null }, limit = 3) {
  const known = theme && isTheme(theme) ? theme : undefined;
  const answering = searchResources(actor, title.slice(0, 120), { theme: known });
  const ofTheme = known ? listResourcesOfTheme(actor, known, limit) : [];
  const found = new Map([...answering.slice(0, limit), ...ofTheme].map((row) => [row.id, row]));
  return [...found.values()].slice(0, limit);
}
