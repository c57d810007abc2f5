import { Form } from "@remix-run/react";
import type { FormReply } from "~/http/form.server";
import { useTexts } from "~/i18n/use-texts";
import type { ImportContent } from "~/lib/vocabulary";
import { ErrorSummary } from "~/ui/error-summary";
import { Field } from "~/ui/field";
import { ColumnTable, type MappedColumn, type Option } from "./column-table";

export interface MappingFormProps {
  fileName: string;
  content: ImportContent;
  contents: { content: ImportContent; to: string; isCurrent: boolean }[];
  columns: MappedColumn[];
  fields: Option[];
  kinds: Option[];
  defaultKind: string;
  year: string;
}

/** « Les colonnes de votre fichier »: what the file holds, then what each column is. */
export function MappingForm({ reply, ...page }: MappingFormProps & { reply: FormReply | undefined }) {
  const t = useTexts("tableImport");
  const { form } = useTexts("common");
  const typed = reply?.values ?? {};
  return (
    <>
      <p className="mb-5 max-w-prose">{t.columnsIntro}</p>
      <nav aria-labelledby="file-content" className="mb-2">
        <h2 id="file-content" className="mb-2 text-l">
          {t.whatIsIt}
        </h2>
        <div className="flex flex-wrap gap-2">
          {page.contents.map(({ content, to, isCurrent }) => (
            <a
              key={content}
              href={to}
              aria-current={isCurrent ? "page" : undefined}
              className="button aria-[current=page]:border-primary aria-[current=page]:bg-primary/10 aria-[current=page]:text-primary"
            >
              {t.contents[content]}
            </a>
          ))}
        </div>
      </nav>
      <p className="mb-5 max-w-prose text-muted">{t.contentHelp[page.content]}</p>
      <Form method="post" className="grid gap-5" key={page.content}>
        <ErrorSummary title={form.fix_one} errors={reply?.errors ?? {}} labels={{ columns: t.columnsTitle, year: t.year }} />
        <input type="hidden" name="content" value={page.content} />
        <ColumnTable columns={page.columns} fields={page.fields} typed={typed.columns} />
        {page.content === "partners" ? (
          <Field name="year" label={t.year} hint={t.yearHint} errors={reply?.errors.year}>
            {(aria) => (
              <input {...aria} inputMode="numeric" className="input max-w-32" defaultValue={String(typed.year ?? page.year)} />
            )}
          </Field>
        ) : null}
        <Field
          name="defaultKind"
          label={t.defaultKind}
          hint={page.content === "listings" ? t.defaultKindHint.listings : t.defaultKindHint.rows}
          errors={reply?.errors.defaultKind}
        >
          {(aria) => (
            <select {...aria} className="input max-w-md" defaultValue={String(typed.defaultKind ?? page.defaultKind)}>
              <option value="">{t.noKind}</option>
              {page.kinds.map(({ value, text }) => (
                <option key={value} value={value}>
                  {text}
                </option>
              ))}
            </select>
          )}
        </Field>
        <div className="flex flex-wrap gap-2">
          <button type="submit" name="intent" value="map" className="button button-main">
            {t.readFile}
          </button>
          <button type="submit" name="intent" value="discard" className="button button-quiet">
            {t.discard}
          </button>
        </div>
      </Form>
    </>
  );
}
