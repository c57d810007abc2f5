import { Form } from "@remix-run/react";
import { useTexts } from "~/i18n/use-texts";

interface Choice {
  code: string;
  name: string;
}

interface ThemeFilterProps {
  themes: Choice[];
  theme: string | undefined;
  /** Kinds of establishment, where the list is also for them. */
  kinds?: Choice[];
  forKind?: string | undefined;
}

/** A list narrowed to a theme, and to a kind of establishment; the answer is an address that can be shared. */
export function ThemeFilter({ themes, theme, kinds, forKind }: ThemeFilterProps) {
  const t = useTexts("library");
  const { actions } = useTexts("common");
  const select = (given: { name: string; label: string; all: string; choices: Choice[]; value: string | undefined }) => (
    <select name={given.name} aria-label={given.label} defaultValue={given.value ?? ""} className="input w-auto max-w-full">
      <option value="">{given.all}</option>
      {given.choices.map((choice) => (
        <option key={choice.code} value={choice.code}>
          {choice.name}
        </option>
      ))}
    </select>
  );
  return (
    <Form method="get" className="mb-6 flex flex-wrap gap-2">
      {select({ name: "theme", label: t.theme, all: t.allThemes, choices: themes, value: theme })}
      {kinds ? select({ name: "forKind", label: t.forKind, all: t.allKinds, choices: kinds, value: forKind }) : null}
      <button type="submit" className="button">
        {actions.search}
      </button>
    </Form>
  );
}
