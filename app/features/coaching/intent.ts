import { newPerson, splitKey, type TypedPerson, type TypedSession, uniquePeople } from "./typed";

/**
 * What the buttons of the session form ask for without JavaScript. `again` only shows the form
 * anew (another theme, another office); `apart` and `replace` answer the page of two contents.
 */
export type SessionIntent =
  | { kind: "save" | "incomplete" | "apart" | "replace" }
  | { kind: "search" | "mine" | "pick" | "again" }
  | { kind: "add"; key: string; contactId: string | undefined }
  | { kind: "remove"; key: string };

const plain = ["incomplete", "apart", "replace", "search", "mine", "pick", "again"] as const;

/** Reads the `intent` field; anything unknown is a plain save. */
export function readIntent(value: FormDataEntryValue | null | undefined): SessionIntent {
  const text = typeof value === "string" ? value : "";
  const known = plain.find((one) => one === text);
  if (known) return { kind: known };
  const [verb, rest] = halves(text, ":");
  if (verb === "add") {
    const [key, contactId] = halves(rest, "+");
    if (splitKey(key)) return { kind: "add", key, contactId: contactId || undefined };
  }
  if (verb === "remove" && splitKey(rest)) return { kind: "remove", key: rest };
  return { kind: "save" };
}

/** Whether the intent writes a session, or only shows the form again. */
export function isSaving(intent: SessionIntent): boolean {
  return intent.kind === "save" || intent.kind === "incomplete" || intent.kind === "apart" || intent.kind === "replace";
}

/** The form after the intent: who was added or taken off. */
export function applyIntent(typed: TypedSession, intent: SessionIntent): TypedSession {
  const people = peopleAfter(typed, intent);
  if (intent.kind === "add" || intent.kind === "pick") {
    return { ...typed, people, values: { ...typed.values, who: "" }, lists: { ...typed.lists, picks: [] } };
  }
  return { ...typed, people };
}

function peopleAfter(typed: TypedSession, intent: SessionIntent): TypedPerson[] {
  if (intent.kind === "add") {
    return uniquePeople([...typed.people, newPerson(intent.key, intent.contactId ? [intent.contactId] : [])]);
  }
  if (intent.kind === "remove") return typed.people.filter((one) => one.key !== intent.key);
  if (intent.kind === "pick") {
    const picked = (typed.lists.picks ?? []).filter((key) => splitKey(key));
    return uniquePeople([...typed.people, ...picked.map((key) => newPerson(key))]);
  }
  return typed.people;
}

function halves(text: string, mark: string): [string, string] {
  const cut = text.indexOf(mark);
  return cut < 0 ? [text, ""] : [text.slice(0, cut), text.slice(cut + mark.length)];
}
