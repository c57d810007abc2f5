import { Form } from "@remix-run/react";
import type { Sent } from "~/i18n/translate";
import { Field } from "~/ui/field";

interface Choice {
  value: string;
  label: string;
}
interface AddBlockProps {
  id: string;
  choices: readonly Choice[];
  quotes: readonly Choice[];
  t: Sent["reports"];
}

/** Adds a block at the end of a draft; an opinion only where one may be quoted. */
export function AddBlock({ id, choices, quotes, t }: AddBlockProps) {
  const offered = quotes.length > 0 ? choices : choices.filter((one) => one.value !== "quote");
  return (
    <Form key={id} method="post" className="sheet mt-6 grid max-w-2xl gap-4 p-4">
      <h2 className="text-l">{t.addTitle}</h2>
      <input type="hidden" name="id" value={id} />
      <Field name="kind" label={t.fields.kind} errors={undefined}>
        {(aria) => (
          <select {...aria} className="input">
            {offered.map(({ value, label }) => (
              <option key={value} value={value}>
                {label}
              </option>
            ))}
          </select>
        )}
      </Field>
      {quotes.length > 0 ? (
        <Field name="quoteId" label={t.fields.quoteId} errors={undefined}>
          {(aria) => (
            <select {...aria} className="input">
              {quotes.map(({ value, label }) => (
                <option key={value} value={value}>
                  {label}
                </option>
              ))}
            </select>
          )}
        </Field>
      ) : (
        <p className="text-s text-muted">{t.quoteNone}</p>
      )}
      <div>
        <button type="submit" name="intent" value="add" className="button">
          {t.add}
        </button>
      </div>
    </Form>
  );
}
