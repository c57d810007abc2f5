import type { Actor } from "~/access/actor";
import { can } from "~/access/can";
import { type FormReply, ruleReply } from "~/http/form.server";
import { translator } from "~/i18n/translate";
import { NotFoundError, RuleError } from "~/lib/errors";
import { establishmentKinds, type ImportContent, importContents } from "~/lib/vocabulary";
import { paths } from "~/paths";
import { type ColumnField, columnFields, guessContent, proposeColumns, type TableMapping } from "./columns.model";
import type { MappingFormProps } from "./components/mapping-form";
import { parseMapping, parseSample } from "./mapping.form";
import { getImport } from "./queries.server";
import type { ImportRow } from "./stored.server";

/**
 * The columns of a table that waits for its mapping, with what their titles suggest. Its examples may hold notes:
 * only whoever sent the file sees them. Throws NotFoundError otherwise.
 */
export function describeMapping(actor: Actor, importId: string, asked: ImportContent | undefined): MappingFormProps {
  const row = getImport(actor, importId);
  if (row.sample === null || row.state !== "to_map" || row.createdById !== actor.userId) throw new NotFoundError("import");
  const { columns, examples } = parseSample(row.sample);
  const before = row.mapping === null ? undefined : parseMapping(row.mapping);
  const offered: readonly ImportContent[] = importContents.filter(
    (one) => one !== "past_sessions" || can(actor, "coaching.log", row),
  );
  const guessed = before?.content ?? guessContent(columns);
  const content = [asked, guessed].find((one) => one && offered.includes(one)) ?? "listings";
  const mapping = before?.content === content ? before : { content, columns: proposeColumns(content, columns) };
  const fieldOf = new Map(Object.entries(mapping.columns).map(([field, title]) => [title, field]));
  return {
    fileName: row.fileName,
    content,
    contents: offered.map((one) => ({
      content: one,
      to: paths.importColumns(row.id, { content: one }),
      isCurrent: one === content,
    })),
    columns: columns.map((title, place) => ({
      title,
      examples: [...new Set(examples.map((one) => one[place] ?? "").filter(Boolean))],
      field: fieldOf.get(title) ?? "",
    })),
    ...choicesOf(actor, content),
    ...restOf(row, mapping),
  };
}

function choicesOf(actor: Actor, content: ImportContent) {
  const t = translator(actor.locale);
  return {
    fields: columnFields[content].map((field) => ({ value: field, text: t(`tableImport:fields.${field}`) })),
    kinds: establishmentKinds.map((kind) => ({ value: kind, text: t(`kinds:${kind}`) })),
  };
}

function restOf(row: ImportRow, mapping: TableMapping) {
  const filed = /\b(20\d{2})\b/.exec(row.fileName)?.[1];
  return {
    defaultKind: mapping.defaultKind ?? "",
    year: mapping.content === "partners" ? String(mapping.year ?? filed ?? new Date(row.createdAt).getUTCFullYear()) : "",
  };
}

/** The reply for a refused mapping: the column that is missing or doubled is named in words. */
export function mappingReply(error: unknown, reply: FormReply, actor: Actor): FormReply {
  if (!(error instanceof RuleError) || !isField(error.values.field)) return ruleReply(error, reply, actor.locale);
  const field = translator(actor.locale)(`tableImport:fields.${error.values.field}`);
  return ruleReply(new RuleError(error.key, { field }, error.field), reply, actor.locale);
}

const everyField: readonly ColumnField[] = importContents.flatMap((content): readonly ColumnField[] => columnFields[content]);

function isField(value: unknown): value is ColumnField {
  return everyField.some((one) => one === value);
}
