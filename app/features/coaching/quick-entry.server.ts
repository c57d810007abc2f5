import type { Actor } from "~/access/actor";
import { themeCodes } from "~/features/themes/model";
import { errorText } from "~/http/form.server";
import { formatDuration } from "~/i18n/format";
import { translator } from "~/i18n/translate";
import { now } from "~/lib/clock";
import { dayIn } from "~/lib/dates";
import { newId } from "~/lib/ids";
import type { QuickEntryData, QuickRowData } from "./components/quick-entry-form";
import type { Call } from "./quick-entry.commands.server";
import { isEmptyRow, type QuickEntryInput, type QuickRow } from "./quick-entry.form";
import { resolveWho, usualCallMinutes } from "./quick-entry.queries.server";

interface Office {
  id: string;
  name: string;
  zone: string;
  shortAdviceMinutes: number;
}
/** What was typed, row by row; a row keeps its id, so that sending again logs nothing twice. */
type Typed = { id?: string; heldOn?: string; channel?: string; rows?: readonly Partial<Record<string, unknown>>[] };

const rowsShown = 5;

/** The posted fields as far as they have the form's shape. */
export function readTyped(values: Record<string, unknown>): Typed {
  const { id, heldOn, channel, rows } = values;
  return {
    ...(typeof id === "string" ? { id } : {}),
    ...(typeof heldOn === "string" ? { heldOn } : {}),
    ...(typeof channel === "string" ? { channel } : {}),
    rows: Array.isArray(rows) ? rows.filter((row) => typeof row === "object" && row !== null) : [],
  };
}

/** The day's calls as their form shows them: five rows at least, five more on demand. */
export function readQuickEntry(
  actor: Actor,
  office: Office,
  typed: Typed & { more?: boolean; choices?: Choices } = {},
): QuickEntryData {
  const t = translator(actor.locale);
  const minutes = formatDuration(usualCallMinutes(actor, office));
  const rows = (typed.rows ?? []).map((row) => filledRow(row, minutes, typed.choices?.get(String(row.id))));
  const missing = Math.max(rowsShown - rows.length, typed.more ? rowsShown : 0);
  return {
    id: typed.id ?? newId(),
    officeId: office.id,
    office: office.name,
    heldOn: typed.heldOn ?? dayIn(office.zone, now()),
    channel: typed.channel ?? "phone",
    themes: themeCodes.map((code) => ({ code, name: t(`themes:${code}.name`) })),
    rows: [...rows, ...Array.from({ length: missing }, () => filledRow({}, minutes, undefined))],
  };
}

type Choices = Map<string, QuickRowData["choices"]>;

function filledRow(
  row: Partial<Record<string, unknown>>,
  minutes: string,
  choices: QuickRowData["choices"] | undefined,
): QuickRowData {
  const text = (name: string) => (typeof row[name] === "string" ? row[name] : "");
  const isNew = text("id") === "";
  return {
    id: text("id") || newId(),
    who: text("who"),
    providerId: text("providerId"),
    minutes: isNew ? minutes : text("minutes"),
    theme: text("theme"),
    note: text("note"),
    choices: choices ?? [],
  };
}

/** The typed rows as calls, or what must be chosen or mended first, field by field. */
export function resolveCalls(actor: Actor, office: Office, input: QuickEntryInput) {
  const t = translator(actor.locale);
  const errors: Record<string, string[]> = {};
  const choices: Choices = new Map();
  const calls: Call[] = [];
  let theme: string | undefined;
  input.rows.forEach((row, place) => {
    theme = themeOf(row, theme);
    if (isEmptyRow(row)) return;
    const resolved = resolveWho(actor, office.id, row);
    if ("providerId" in resolved) {
      calls.push({ id: row.id, providerId: resolved.providerId, minutes: row.minutes, theme, note: row.note });
      return;
    }
    const several = resolved.choices.length > 0;
    const field = several ? "providerId" : "who";
    errors[`rows[${place}].${field}`] = [errorText(actor.locale, several ? "whichProvider" : "noSuchProvider")];
    const named = (one: (typeof resolved.choices)[number]) => [one.name, t(`kinds:${one.kind}`), one.commune].filter(Boolean);
    choices.set(
      row.id,
      resolved.choices.map((one) => ({ id: one.id, name: named(one).join(", ") })),
    );
  });
  return { calls, choices, errors };
}

function themeOf(row: QuickRow, above: string | undefined): string | undefined {
  return row.theme === "same" ? above : row.theme;
}
