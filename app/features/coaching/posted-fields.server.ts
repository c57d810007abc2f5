import { isTheme } from "~/features/themes/model";
import type { Locale } from "~/i18n/translate";
import { textsOf } from "~/i18n/translate";
import { fieldsOfKind, splitKey, type TypedPerson, type TypedSession } from "./typed";

/**
 * The form's fields in one fixed shape, for its schema: the preset stands where no duration was
 * typed, and the acts ticked without JavaScript become lines of the note.
 */
export function postedFields(locale: Locale, typed: TypedSession): URLSearchParams {
  const people = typed.people.flatMap((one, place) => personFields(one, `participants[${place}]`));
  const values = Object.entries(valuesOf(locale, typed)).filter(([, text]) => text !== "");
  const lists = Object.entries(typed.lists).flatMap(([name, list]) => list.map((value, nth) => [`${name}[${nth}]`, value]));
  return new URLSearchParams([...people, ...values, ...lists]);
}

function personFields(one: TypedPerson, at: string): string[][] {
  const split = splitKey(one.key);
  if (!split) return [];
  const fields = [
    [`${at}.${fieldsOfKind[split.kind]}`, split.id],
    ...one.contacts.map((contact, nth) => [`${at}.contacts[${nth}]`, contact]),
    [`${at}.presence`, one.presence],
  ];
  return one.others ? [...fields, [`${at}.others`, one.others]] : fields;
}

function valuesOf(locale: Locale, typed: TypedSession): Record<string, string> {
  const { values, lists } = typed;
  const note = withActs(values.note ?? "", actLines(locale, values.theme, lists.acts));
  // Without JavaScript the date stands open beside the choices: a day written there is the choice.
  const isDated = values.nextStepDate && (values.nextStepDue ?? "none") === "none";
  const due: Record<string, string> = isDated ? { nextStepDue: "date" } : {};
  return { ...values, ...due, note, duration: values.duration || values.preset || "" };
}

function actLines(locale: Locale, theme: string | undefined, places: readonly string[] | undefined): string[] {
  if (!theme || !isTheme(theme)) return [];
  const lines: readonly string[] = textsOf(locale, "acts").acts[theme];
  return (places ?? []).flatMap((place) => lines[Number(place)] ?? []);
}

/** Each act once, on a line of its own. */
function withActs(note: string, lines: readonly string[]): string {
  const had = new Set(note.split(/\r?\n/));
  return [note, ...lines.filter((line) => !had.has(line))].filter(Boolean).join("\n");
}
