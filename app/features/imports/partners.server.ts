import { z } from "zod";
import { authorize } from "~/access/authorized";
import { notePartnership, removePartnership } from "~/features/providers/record.commands.server";
import { listPartnerships } from "~/features/providers/record.queries.server";
import { fold } from "~/lib/fold";
import type { TableMapping } from "./columns.model";
import { siretOf } from "./readers/fields";
import type { RowContext, RowWork, StoredRow } from "./row-jobs.commands.server";
import { settleProvider } from "./row-provider.commands.server";
import type { ReadRow, RowCells } from "./rows.model";

const valuesSchema = z.object({ year: z.number(), level: z.string() });
type Partner = z.output<typeof valuesSchema>;
const appliedSchema = z.object({ providerId: z.string(), year: z.number(), level: z.string(), before: z.string().nullable() });

/** The yearly partner file: each row notes one provider's partnership of the year. */
export const partnerWork: RowWork = { content: "partners", read, apply, undo };

function read(mapping: TableMapping) {
  return (cells: RowCells): ReadRow<Partner> => {
    const said = cells("year");
    const year = said === null ? mapping.year : yearOf(said);
    const siret = siretOf(cells("siret"));
    const name = cells("provider") ?? siret ?? "";
    const values = { year: year ?? 0, level: levelOf(cells) };
    const words = [{ word: "provider" as const, name, commune: cells("commune"), siret }];
    const problem = problemOf({ name, year, said: said ?? "" }) ?? refusalOf(cells("level"));
    return { name, values, words, problem };
  };
}

function problemOf({ name, year, said }: { name: string; year: number | undefined; said: string }): ReadRow["problem"] {
  if (name === "") return { key: "no_provider", field: "provider", said: "" };
  return year === undefined ? { key: "bad_year", field: "year", said } : null;
}

/** « non », « 0 »: the row of one who is no partner that year. */
function refusalOf(level: string | null): ReadRow["problem"] {
  const isNone = /^(?:non?|0|faux|false|aucune?|pas adherent|non (?:adherent|partenaire)|resiliee?)$/.test(fold(level ?? ""));
  return isNone ? { key: "not_partner", field: "level", said: level ?? "" } : null;
}

function yearOf(said: string): number | undefined {
  const year = Number(/\b(20\d{2})\b/.exec(said)?.[1]);
  return Number.isNaN(year) ? undefined : year;
}

/** « Pack Visibilité », « 120 € », « oui » where nothing more is said. */
function levelOf(cells: RowCells): string {
  const amount = cells("amount");
  const paid = amount !== null && /^[\d\s.,]+$/.test(amount) ? `${amount.trim()}\u00a0€` : amount;
  return [cells("level"), paid].filter(Boolean).join(" · ").slice(0, 60) || "✓";
}

function apply(context: RowContext, row: StoredRow): z.output<typeof appliedSchema> | null {
  const { year, level } = valuesSchema.parse(row.values);
  const [word] = row.words;
  const providerId = word ? settleProvider(context.actor, context.imported, word) : null;
  if (providerId === null) return null;
  const before = levelIn(providerId, year);
  if (before === level) return null;
  notePartnership(context.actor, providerOf(context, providerId), { year, level });
  return { providerId, year, level, before };
}

/** The partnership that stood before comes back, unless a person has changed it since. */
function undo(context: RowContext, applied: unknown): void {
  const { providerId, year, level, before } = appliedSchema.parse(applied);
  if (levelIn(providerId, year) !== level) return;
  const provider = providerOf(context, providerId);
  if (before === null) removePartnership(context.actor, provider, year);
  else notePartnership(context.actor, provider, { year, level: before });
}

const providerOf = ({ actor, imported }: RowContext, id: string) =>
  authorize(actor, "provider.correct", { id, ownerId: imported.ownerId });

function levelIn(providerId: string, year: number): string | null {
  return listPartnerships(providerId).find((one) => one.year === year)?.level ?? null;
}
