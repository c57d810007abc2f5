import { isPresence, type PresenceState } from "~/lib/vocabulary";

/** One of those expected, as the form holds it before anything is checked. */
export interface TypedPerson {
  /** `provider/<id>`, `user/<id>`, `organisation/<id>` or `name/<name>`. */
  key: string;
  contacts: string[];
  others: string;
  presence: PresenceState;
}

/** A session form as typed: what fills it again after a refusal, from a draft, or for a correction. */
export interface TypedSession {
  people: TypedPerson[];
  values: Record<string, string>;
  lists: Record<string, string[]>;
}

type Posted = Iterable<[string, FormDataEntryValue]>;
const kinds = { providerId: "provider", userId: "user", organisationId: "organisation", name: "name" } as const;
export const fieldsOfKind = { provider: "providerId", user: "userId", organisation: "organisationId", name: "name" } as const;
export type PersonKind = keyof typeof fieldsOfKind;

/** Fields of which several may be chosen; all others hold one text. */
export const listFields = ["subThemes", "establishments", "facilitators", "resources", "tags", "steps", "acts", "picks"] as const;
const isList = (name: string) => listFields.some((field) => name === field);

/** Reads posted fields, or a draft's, without judging them. */
export function typedFrom(fields: Posted): TypedSession {
  const typed: TypedSession = { people: [], values: {}, lists: {} };
  const people = new Map<string, TypedPerson>();
  for (const [name, value] of fields) if (typeof value === "string") readField(typed, people, [name, value]);
  typed.people = uniquePeople([...people.values()].filter((one) => one.key !== ""));
  return typed;
}

function readField(typed: TypedSession, people: Map<string, TypedPerson>, [name, value]: [string, string]): void {
  const [, place, field] = /^participants\[(\d{1,3})\]\.(\w+)$/.exec(name) ?? [];
  if (place && field) readPerson(people, { place, field }, value);
  else if (isList(name)) typed.lists[name] = [...(typed.lists[name] ?? []), value];
  else typed.values[name] = value;
}

function readPerson(people: Map<string, TypedPerson>, at: { place: string; field: string }, value: string): void {
  const one = people.get(at.place) ?? newPerson("");
  people.set(at.place, one);
  if (at.field === "contacts") one.contacts.push(value);
  else if (at.field === "others") one.others = value;
  else if (at.field === "presence" && isPresence(value)) one.presence = value;
  else if (isKindField(at.field) && value.trim() !== "") one.key = `${kinds[at.field]}/${value.trim()}`;
}

const isKindField = (field: string): field is keyof typeof kinds => Object.hasOwn(kinds, field);

export function newPerson(key: string, contacts: string[] = []): TypedPerson {
  return { key, contacts, others: "", presence: "present" };
}

/** Each once; a contact found for someone already there joins the people of it. */
export function uniquePeople(people: readonly TypedPerson[]): TypedPerson[] {
  const byKey = new Map<string, TypedPerson>();
  for (const one of people) {
    const known = byKey.get(one.key);
    byKey.set(one.key, known ? { ...known, contacts: [...new Set([...known.contacts, ...one.contacts])] } : one);
  }
  return [...byKey.values()];
}

/** `provider/0199…` in its two halves; undefined for what is no such key. */
export function splitKey(key: string): { kind: PersonKind; id: string } | undefined {
  const cut = key.indexOf("/");
  const kind = key.slice(0, cut);
  const id = key.slice(cut + 1);
  return isPersonKind(kind) && id !== "" ? { kind, id } : undefined;
}

const isPersonKind = (kind: string): kind is PersonKind => Object.hasOwn(fieldsOfKind, kind);

/** The ids of one kind among those expected. */
export function idsOfKind(people: readonly TypedPerson[], kind: PersonKind): string[] {
  return people.flatMap((one) => {
    const split = splitKey(one.key);
    return split?.kind === kind ? [split.id] : [];
  });
}
