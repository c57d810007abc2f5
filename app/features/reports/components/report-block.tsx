import { Form } from "@remix-run/react";
import type { Sent } from "~/i18n/translate";
import { useLabelled } from "~/i18n/use-texts";
import { BarChart } from "~/ui/bar-chart";
import { CommuneMap } from "~/ui/commune-map";
import { ConflictNotice } from "~/ui/conflict-notice";
import type { RecordReply } from "~/ui/record-form";
import type { ShownBlock } from "../describe.server";
import { ReportTable } from "./report-table";

interface ReportBlockProps {
  block: ShownBlock;
  t: Sent["reports"];
  canEdit: boolean;
  /** The words in braces that its texts may hold, each with what it gives. */
  tokens: readonly string[];
  /** What was typed in this block, refused. */
  reply: RecordReply | undefined;
}

/** A block as it will be read, with its texts to change under it. */
export function ReportBlock({ block, t, canEdit, tokens, reply }: ReportBlockProps) {
  const labelled = useLabelled();
  const name = block.title || t.blocks[block.kind];
  return (
    <section id={block.id} aria-label={name} className="sheet mb-4 p-4 md:p-6">
      {block.title ? <h2 className="mb-2 text-l">{block.title}</h2> : null}
      {block.body ? <p className="mb-3 max-w-prose whitespace-pre-wrap">{block.body}</p> : null}
      <Matter block={block} />
      {block.missing ? <p className="text-muted">{labelled(t.blocks[block.kind], block.missing)}</p> : null}
      {canEdit ? <EditBlock block={block} t={t} tokens={tokens} reply={reply} /> : null}
    </section>
  );
}

function Matter({ block }: Pick<ReportBlockProps, "block">) {
  return (
    <>
      {block.figures.length > 0 ? (
        <dl className="grid gap-x-6 gap-y-4 sm:grid-cols-2 lg:grid-cols-3">
          {block.figures.map(({ label, value, note }) => (
            <div key={label} className="flex flex-col-reverse justify-end">
              {note ? <dd className="order-first text-s text-muted">{note}</dd> : null}
              <dt>{label}</dt>
              <dd className="text-xl font-semibold text-primary tabular-nums">{value}</dd>
            </div>
          ))}
        </dl>
      ) : null}
      {block.bars.length > 0 ? (
        <div className="max-w-2xl">
          <BarChart title={block.alt} bars={block.bars} />
        </div>
      ) : null}
      {block.map ? <CommuneMap title={block.title || block.alt} legend={block.map.legend} map={block.map.map} /> : null}
      {block.table ? <ReportTable table={block.table} /> : null}
      {block.quote ? (
        <blockquote className="border-l-4 border-rule pl-4">
          <p>{block.quote.text}</p>
          <footer className="text-s text-muted">{block.quote.who}</footer>
        </blockquote>
      ) : null}
    </>
  );
}

function EditBlock({ block, t, tokens, reply }: Omit<ReportBlockProps, "canEdit">) {
  const title = String(reply?.values.title ?? block.typed.title);
  const body = String(reply?.values.body ?? block.typed.body);
  const saved = [
    { label: t.fields.title, value: block.typed.title },
    { label: t.fields.body, value: block.typed.body },
  ];
  return (
    <details className="mt-4 border-t border-rule pt-2" open={reply !== undefined}>
      <summary className="flex min-h-11 cursor-pointer items-center text-primary underline">{t.edit}</summary>
      {reply?.isConflict ? <ConflictNotice title={t.conflictTitle} text={t.conflict} saved={saved} /> : null}
      <Form method="post" className="grid max-w-2xl gap-3">
        <input type="hidden" name="blockId" value={block.id} />
        <input type="hidden" name="version" value={block.version} />
        <label className="grid gap-1 font-semibold">
          {t.fields.title}
          <input name="title" defaultValue={title} maxLength={200} className="input font-normal" autoComplete="off" />
        </label>
        <label className="grid gap-1 font-semibold">
          {t.fields.body}
          <textarea name="body" defaultValue={body} rows={5} className="input font-normal" />
        </label>
        <div className="text-s text-muted">
          <p>{t.tokensHelp}</p>
          <p>{tokens.join(" · ")}</p>
        </div>
        <div className="flex flex-wrap gap-2">
          <button type="submit" name="intent" value="write" className="button button-main">
            {t.save}
          </button>
          {(["up", "down", "out"] as const).map((to) => (
            <button key={to} type="submit" name="intent" value={to} className="button button-quiet">
              {{ up: t.moveUp, down: t.moveDown, out: t.remove }[to]}
            </button>
          ))}
        </div>
      </Form>
    </details>
  );
}
