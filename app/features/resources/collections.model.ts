import type { CollectionChange } from "./collection.form";

/** The list after one change; the same list where there is nothing to change. */
export function changed(ids: readonly string[], { intent, resource }: CollectionChange): string[] {
  const at = ids.indexOf(resource);
  if (intent === "add") return at < 0 ? [...ids, resource] : [...ids];
  if (at < 0) return [...ids];
  const others = ids.filter((id) => id !== resource);
  if (intent === "remove") return others;
  const to = Math.max(0, Math.min(others.length, intent === "up" ? at - 1 : at + 1));
  return [...others.slice(0, to), resource, ...others.slice(to)];
}
