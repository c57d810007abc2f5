import { Form, useFetcher } from "@remix-run/react";
import type { FormEvent } from "react";
import { SimilarProviders, type SimilarRows } from "~/features/duplicates/components/similar-providers";
import { fill, useTexts } from "~/i18n/use-texts";
import { paths } from "~/paths";
import { ErrorSummary } from "~/ui/error-summary";
import { Field } from "~/ui/field";
import { SuggestInput } from "~/ui/suggest-input";

interface NewProviderFormProps {
  officeId: string;
  kinds: { kind: string; name: string }[];
  values: { id: string; name: string; kind: string; typed: (field: string) => string };
  errors: Record<string, string[]>;
}

const compared = new Set(["name", "email", "phone"]);

/** A name and a commune; while one types, the records that look like it. */
export function NewProviderForm({ officeId, kinds, values, errors }: NewProviderFormProps) {
  const { form: t } = useTexts("providers");
  const { actions, form } = useTexts("common");
  const similar = useFetcher<SimilarRows>();
  const count = Object.keys(errors).length;
  const compare = (event: FormEvent<HTMLFormElement>) => {
    if (!(event.target instanceof HTMLInputElement) || !compared.has(event.target.name)) return;
    const fields = new FormData(event.currentTarget);
    const read = (name: string) => String(fields.get(name) ?? "");
    const typed = { name: read("name"), email: read("email"), phone: read("phone") };
    if (event.target.value.length >= 3) similar.load(paths.similarProviders({ office: officeId, ...typed }));
  };
  return (
    <Form method="post" noValidate onInput={compare} className="sheet grid max-w-2xl gap-5 p-4 md:p-6">
      <ErrorSummary title={fill(count === 1 ? form.fix_one : form.fix_other, { count })} errors={errors} labels={t} />
      <input type="hidden" name="id" value={values.id} />
      <input type="hidden" name="ownerId" value={officeId} />
      <Field name="name" label={t.name} errors={errors.name}>
        {(aria) => <input {...aria} className="input" defaultValue={values.name} autoComplete="off" />}
      </Field>
      <SimilarProviders found={similar.data} />
      <Field name="kind" label={t.kind} errors={errors.kind}>
        {(aria) => (
          <select {...aria} className="input" defaultValue={values.kind}>
            {kinds.map((one) => (
              <option key={one.kind} value={one.kind}>
                {one.name}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field name="commune" label={t.commune} hint={t.communeHint} errors={errors.commune}>
        {(aria) => (
          <SuggestInput {...aria} from={paths.communeSearch()} className="input" defaultValue={values.typed("commune")} />
        )}
      </Field>
      {(["contactName", "email", "phone"] as const).map((field) => (
        <Field key={field} name={field} label={t[field]} note={form.optional} errors={errors[field]}>
          {(aria) => (
            <input
              {...aria}
              type={field === "email" ? "email" : "text"}
              className="input"
              defaultValue={values.typed(field)}
              autoComplete="off"
            />
          )}
        </Field>
      ))}
      <div>
        <button type="submit" className="button button-main">
          {actions.save}
        </button>
      </div>
    </Form>
  );
}
