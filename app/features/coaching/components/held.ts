import type { Sent } from "~/i18n/translate";
import { type TypedPerson, typedFrom } from "../typed";

interface Held {
  values: Record<string, string>;
  lists: Record<string, string[]>;
  people: readonly TypedPerson[];
}

/** What the folded part holds, in one line: « Entre nous · 14:30 · Trajet 25 ». */
export function heldIn(t: Sent["sessionForm"], given: Held | FormData): string {
  const { values, lists, people } = given instanceof FormData ? typedFrom(given) : given;
  const hasPeople = people.some((one) => one.contacts.length > 0 || one.others !== "");
  const has = (name: string) => (lists[name] ?? []).length > 0;
  const when = (isThere: boolean, text: string) => (isThere ? text : "");
  const labelled = (label: string, value: string | undefined) => when(Boolean(value), `${label} ${value}`);
  const parts = [
    when(Boolean(values.privateNote), t.privateNote),
    when(hasPeople, t.presentShort),
    values.hour ?? "",
    when(has("subThemes"), t.subThemes),
    labelled(t.preparation, values.preparation),
    labelled(t.travel, values.travel),
    labelled(t.kilometres, values.travelKilometres),
    when(has("facilitators"), t.facilitators),
    when(has("tags") || Boolean(values.newTags), t.tags),
  ];
  return parts.filter(Boolean).join(" · ");
}
