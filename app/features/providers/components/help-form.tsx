import { useTexts } from "~/i18n/use-texts";
import { Field } from "~/ui/field";

interface HelpFormProps {
  id: string;
  themes: { code: string; name: string }[];
  /** What was typed and refused. */
  reply: { values: Record<string, unknown>; errors: Record<string, string[] | undefined> } | undefined;
}

/** « J’ai une question », « J’ai besoin d’aide »: a few words, a theme if one likes. */
export function HelpForm({ id, themes, reply }: HelpFormProps) {
  const t = useTexts("requests");
  const typed = (name: string) => String(reply?.values[name] ?? "");
  return (
    <form method="post" className="next-step grid gap-4">
      <input type="hidden" name="id" value={typed("id") || id} />
      <fieldset className="grid gap-2">
        <legend className="mb-1 font-semibold">{t.kind}</legend>
        {(["question", "help"] as const).map((kind) => (
          <label key={kind} className="flex min-h-11 items-center gap-3">
            <input
              type="radio"
              name="kind"
              value={kind}
              defaultChecked={typed("kind") === kind || (kind === "question" && typed("kind") === "")}
              className="size-6"
            />
            {t.kindsAsked[kind]}
          </label>
        ))}
      </fieldset>
      <Field name="text" label={t.text} hint={t.textHint} errors={reply?.errors.text}>
        {(aria) => <textarea {...aria} rows={5} maxLength={2000} required defaultValue={typed("text")} className="input" />}
      </Field>
      <Field name="theme" label={t.theme} note={t.optional} errors={reply?.errors.theme}>
        {(aria) => (
          <select {...aria} defaultValue={typed("theme")} className="input">
            <option value="">{t.noTheme}</option>
            {themes.map((theme) => (
              <option key={theme.code} value={theme.code}>
                {theme.name}
              </option>
            ))}
          </select>
        )}
      </Field>
      <button type="submit" className="button button-main min-h-14 text-l">
        {t.send}
      </button>
    </form>
  );
}
