import { newId } from "~/lib/ids";
import type { Without } from "./left-out.server";
import type { SeriesInput } from "./planned-dates.queries.server";
import { repeats } from "./recurrence.server";
import { listFields, type TypedWorkshop } from "./typed";

const rowsOf = (fields: FormData, name: string): number[] => {
  const numbers = [...fields.keys()].flatMap((key) => {
    const found = key.startsWith(`${name}[`) ? /\[(\d{1,3})\]/.exec(key)?.[1] : undefined;
    return found === undefined ? [] : [Number(found)];
  });
  return [...new Set(numbers)].toSorted((a, b) => a - b);
};

/** The form as it was typed, to fill it again; rows left empty are dropped. */
export function typedFromPost(fields: FormData): TypedWorkshop {
  const read = (name: string) => String(fields.get(name) ?? "").trim();
  const single = [...fields.keys()].filter((key) => !/[[.]/.test(key));
  const all = (name: string) => fields.getAll(name).map(String);
  const numbers = (prefix: string) =>
    Object.fromEntries(
      [...fields]
        .filter(([key]) => key.startsWith(`${prefix}.`))
        .map(([key, value]) => [key.slice(prefix.length + 1), String(value)]),
    );
  return {
    values: Object.fromEntries(single.map((key) => [key, read(key)])),
    lists: {
      themes: all("themes"),
      facilitators: all("facilitators"),
      resourcesBefore: all("resourcesBefore"),
      resourcesAfter: all("resourcesAfter"),
      reminders: all("reminders"),
    },
    parts: rowsOf(fields, "parts")
      .map((n) => ({ day: read(`parts[${n}].day`), from: read(`parts[${n}].from`), to: read(`parts[${n}].to`) }))
      .filter((part) => part.day || part.from || part.to),
    questions: rowsOf(fields, "questions")
      .map((n) => ({
        id: read(`questions[${n}].id`) || newId(),
        label: read(`questions[${n}].label`),
        kind: read(`questions[${n}].kind`) || "text",
        choices: read(`questions[${n}].choices`),
        isRequired: read(`questions[${n}].isRequired`) === "on",
      }))
      .filter((question) => question.label),
    equipment: numbers("equipment"),
    shares: numbers("shares"),
  };
}

/** The same as fields that the schema reads. */
export function fieldsOf(typed: TypedWorkshop): FormData {
  const fields = new FormData();
  for (const [name, value] of pairsOf(typed)) fields.append(name, value);
  return fields;
}

function pairsOf(typed: TypedWorkshop): [string, string][] {
  const single = Object.entries(typed.values).filter(([name]) => !listFields.some((one) => one === name));
  const lists = listFields.flatMap((name) => typed.lists[name].map((value): [string, string] => [name, value]));
  const parts = typed.parts.flatMap((part, number) => rowPairs(`parts[${number}]`, part));
  const questions = typed.questions.flatMap(({ isRequired, ...question }, number) =>
    rowPairs(`questions[${number}]`, { ...question, isRequired: isRequired ? "on" : "" }),
  );
  const numbers = (["equipment", "shares"] as const).flatMap((name) =>
    Object.entries(typed[name]).map(([id, number]): [string, string] => [name, number ? `${id}:${number}` : ""]),
  );
  return [...single, ...lists, ...parts, ...questions, ...numbers].filter(([, value]) => value !== "");
}

const rowPairs = (row: string, values: Record<string, string>): [string, string][] =>
  Object.entries(values).map(([name, value]) => [`${row}.${name}`, value]);

/** « 24/12/2026 » as a day; anything else as it was typed. */
function dayFrom(text: string): string {
  const [, day, month, year] = /^(\d{1,2})[/.](\d{1,2})[/.](\d{4})$/.exec(text) ?? [];
  return day && month && year ? [year, month.padStart(2, "0"), day.padStart(2, "0")].join("-") : text;
}

/** The series that a new form asks for; undefined for one date alone. */
export function seriesFrom(values: Record<string, string>): SeriesInput | undefined {
  const repeat = repeats.find((one) => one === values.repeat);
  if (!repeat) return undefined;
  const exceptions = (values.exceptions ?? "")
    .split(/[\s,;]+/)
    .filter(Boolean)
    .map(dayFrom);
  return { repeat, until: values.until ?? "", exceptions, without: withoutFrom(values) };
}

/** The ticks on what to do without. */
export const withoutFrom = (values: Record<string, string>): Without => ({
  schoolHolidays: values.withoutSchool === "on",
  publicHolidays: values.withoutPublic === "on",
});
