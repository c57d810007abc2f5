import { Form } from "@remix-run/react";
import { useTexts } from "~/i18n/use-texts";

interface ResourceSearchProps {
  filter: { q?: string | undefined; theme?: string | undefined };
  themes: { code: string; name: string }[];
}

/** One box and one list of themes; the answer is an address that can be shared. */
export function ResourceSearch({ filter, themes }: ResourceSearchProps) {
  const t = useTexts("resources");
  const { actions } = useTexts("common");
  return (
    <Form method="get" className="mb-6 flex flex-wrap gap-2">
      <input
        type="search"
        name="q"
        aria-label={t.search}
        placeholder={t.search}
        defaultValue={filter.q}
        className="input min-w-0 flex-[1_1_20rem]"
      />
      <select name="theme" aria-label={t.theme} defaultValue={filter.theme ?? ""} className="input w-auto">
        <option value="">{`${t.theme} : ${actions.all.toLowerCase()}`}</option>
        {themes.map((theme) => (
          <option key={theme.code} value={theme.code}>
            {theme.name}
          </option>
        ))}
      </select>
      <button type="submit" className="button">
        {actions.search}
      </button>
    </Form>
  );
}
