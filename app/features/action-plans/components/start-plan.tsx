import { fill, useTexts } from "~/i18n/use-texts";
import { Choice } from "~/ui/choice";

export interface StartFormData {
  id: string;
  title: string;
  steps: { value: string; title: string; why: string; facts: string }[];
  targets: { id: string; name: string }[];
  back: string;
}

export interface StartPage {
  context: string;
  form?: StartFormData;
  templates?: { to: string; title: string; summary: string; facts: string }[];
  words?: string;
  /** Plans of others to take steps from, when asked for. */
  found?: { to: string; name: string }[] | undefined;
}

/** The steps of a template or of another plan, to keep or not; for whom; as drafts or at once. */
export function StartForm({ form, error }: { form: StartFormData; error: string | undefined }) {
  const { start: t } = useTexts("plans");
  if (form.steps.length === 0) return <p>{t.noSteps}</p>;
  return (
    <form method="post" className="sheet grid max-w-3xl gap-6 p-4 md:p-6">
      <input type="hidden" name="id" value={form.id} />
      {error ? (
        <p role="alert" className="font-semibold text-error">
          {error}
        </p>
      ) : null}
      <fieldset>
        <legend className="mb-2 text-l font-semibold">{t.choose}</legend>
        <div className="grid gap-1 divide-y divide-rule">
          {form.steps.map((step) => (
            <label key={step.value} className="tick">
              <input type="checkbox" name="steps" value={step.value} defaultChecked />
              <span>
                <span className="block font-semibold">{step.title}</span>
                {step.why ? <span className="block">{step.why}</span> : null}
                {step.facts ? <span className="block text-s text-muted">{step.facts}</span> : null}
              </span>
            </label>
          ))}
        </div>
      </fieldset>
      <Targets targets={form.targets} />
      <fieldset>
        <legend className="mb-2 font-semibold">{t.when}</legend>
        <div className="flex flex-wrap gap-2">
          <Choice type="radio" name="publication" value="draft" isChecked>
            {t.draft}
          </Choice>
          <Choice type="radio" name="publication" value="published">
            {t.now}
          </Choice>
        </div>
      </fieldset>
      <div className="flex flex-wrap items-center gap-x-6 gap-y-2">
        <button type="submit" className="button button-main">
          {form.targets.length > 1 ? t.addMany : t.add}
        </button>
        <a href={form.back} className="inline-flex min-h-11 items-center">
          {t.back}
        </a>
      </div>
    </form>
  );
}

/** One provider is known already; several are ticked one by one. */
function Targets({ targets }: { targets: StartFormData["targets"] }) {
  const { start: t } = useTexts("plans");
  const [first] = targets;
  if (targets.length === 1 && first) return <input type="hidden" name="targets" value={first.id} />;
  return (
    <fieldset>
      <legend className="font-semibold">{t.targets}</legend>
      <p className="mb-2 text-s text-muted">{t.targetsHint}</p>
      <div className="grid sm:grid-cols-2">
        {targets.map((target) => (
          <label key={target.id} className="tick">
            <input type="checkbox" name="targets" value={target.id} defaultChecked />
            <span>{target.name}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

/** The templates, and the search for another plan to take steps from. */
export function StartChoice({ page, query }: { page: StartPage; query: [string, string][] }) {
  const { start: t } = useTexts("plans");
  return (
    <div className="grid gap-8 lg:grid-cols-[1fr_20rem]">
      <ul className="sheet divide-y divide-rule">
        {page.templates?.map((template) => (
          <li key={template.to} className="p-4">
            <a href={template.to} className="text-l font-semibold">
              {template.title}
            </a>
            <p>{template.summary}</p>
            <p className="text-s text-muted">{template.facts}</p>
          </li>
        ))}
      </ul>
      <section>
        <h2 className="text-l">{t.copyTitle}</h2>
        <p className="mb-2 text-s text-muted">{t.copyIntro}</p>
        <form method="get" className="grid gap-2">
          {query.map(([name, value]) => (
            <input key={`${name}=${value}`} type="hidden" name={name} value={value} />
          ))}
          <label htmlFor="words" className="font-semibold">
            {t.copySearch}
          </label>
          <input id="words" name="words" type="search" defaultValue={page.words} className="input" />
          <button type="submit" className="button justify-self-start">
            {t.find}
          </button>
        </form>
        {page.found?.length === 0 ? <p className="mt-3">{t.nothingFound}</p> : null}
        <ul className="mt-3 grid gap-1">
          {page.found?.map((one) => (
            <li key={one.to}>
              <a href={one.to} className="inline-flex min-h-11 items-center">
                {fill(one.name, {})}
              </a>
            </li>
          ))}
        </ul>
      </section>
    </div>
  );
}
