import { Form } from "@remix-run/react";
import type { FormReply } from "~/http/form.server";
import { fill, useTexts } from "~/i18n/use-texts";
import { ErrorSummary } from "~/ui/error-summary";
import { Field } from "~/ui/field";

interface LetterFormProps {
  form: {
    news: { id: string; title: string; day: string }[];
    kinds: { code: string; name: string }[];
    values: { subject: string; intro: string; forKind: string };
    chosen: string[];
  };
  hidden: { id: string; version?: string };
  reply: FormReply | undefined;
}

/** A letter to write: its subject, a few words, for whom, and the news ticked in the watch. */
export function LetterForm({ form, hidden, reply }: LetterFormProps) {
  const t = useTexts("letters");
  const { allKinds } = useTexts("library");
  const { actions, form: words } = useTexts("common");
  const errors = reply?.errors ?? {};
  const count = Object.keys(errors).length;
  const typed = (name: keyof typeof form.values) => String(reply ? (reply.values[name] ?? "") : form.values[name]);
  const labels = { subject: t.subject, intro: t.opening, forKind: t.forKind, itemIds: t.items };
  return (
    <Form method="post" noValidate className="sheet grid max-w-3xl gap-5 p-4 md:p-6">
      <ErrorSummary title={fill(count === 1 ? words.fix_one : words.fix_other, { count })} errors={errors} labels={labels} />
      <input type="hidden" name="id" value={hidden.id} />
      {hidden.version ? <input type="hidden" name="version" value={hidden.version} /> : null}
      <Field name="subject" label={t.subject} errors={errors.subject}>
        {(aria) => <input {...aria} className="input" defaultValue={typed("subject")} autoComplete="off" />}
      </Field>
      <Field name="intro" label={t.opening} note={words.optional} hint={t.openingHint} errors={errors.intro}>
        {(aria) => <textarea {...aria} rows={4} className="input" defaultValue={typed("intro")} />}
      </Field>
      <Field name="forKind" label={t.forKind} errors={errors.forKind}>
        {(aria) => (
          <select {...aria} className="input" defaultValue={typed("forKind")}>
            <option value="">{allKinds}</option>
            {form.kinds.map((kind) => (
              <option key={kind.code} value={kind.code}>
                {kind.name}
              </option>
            ))}
          </select>
        )}
      </Field>
      <NewsToTick news={form.news} ticked={tickedOf(form.chosen, reply)} errors={errors.itemIds} />
      <div>
        <button type="submit" className="button button-main">
          {actions.save}
        </button>
      </div>
    </Form>
  );
}

function tickedOf(chosen: string[], reply: FormReply | undefined): string[] {
  if (!reply) return chosen;
  const given = reply.values.itemIds;
  return (Array.isArray(given) ? given : [given]).map(String);
}

interface NewsToTickProps {
  news: { id: string; title: string; day: string }[];
  ticked: string[];
  errors: string[] | undefined;
}

function NewsToTick({ news, ticked, errors }: NewsToTickProps) {
  const t = useTexts("letters");
  return (
    <fieldset id="itemIds">
      <legend className="mb-2 font-semibold">{t.items}</legend>
      <p className="mb-2 text-s text-muted">{t.itemsHint}</p>
      {errors?.map((error) => (
        <p key={error} className="text-warn">
          {error}
        </p>
      ))}
      {news.length === 0 ? <p>{t.noItem}</p> : null}
      <ul className="divide-y divide-rule">
        {news.map((item) => (
          <li key={item.id}>
            <label className="flex min-h-11 items-center gap-3 py-1">
              <input
                type="checkbox"
                name="itemIds"
                value={item.id}
                defaultChecked={ticked.includes(item.id)}
                className="size-5 shrink-0"
              />
              <span>
                {item.title} <span className="whitespace-nowrap text-s text-muted">{item.day}</span>
              </span>
            </label>
          </li>
        ))}
      </ul>
    </fieldset>
  );
}
