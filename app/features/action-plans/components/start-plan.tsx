import { useTexts } from "~/i18n/use-texts";
import { Choice } from "~/ui/choice";

export interface StartStep {
  value: string;
  title: string;
  why: string;
  facts: string;
  /** What asks for it, in words. */
  reasons: string[];
  isTicked: boolean;
}

export interface StartGroup {
  title: string;
  hint: string;
  steps: StartStep[];
}

export interface StartFormData {
  id: string;
  title: string;
  intro: string;
  groups: StartGroup[];
  /** What the plan holds already, in words. */
  kept: string[];
  /** What to say when there is nothing to choose. */
  none: string;
  /** Where the record's presence online is completed. */
  record: string | null;
  targets: { id: string; name: string }[];
  back: string;
}

export interface StartReply {
  error: string;
  ticks: { steps: string[]; targets: string[]; publication: string };
}

export interface StartPage {
  context: string;
  form?: StartFormData;
  /** What the record itself asks for. */
  measures?: { to: string; facts: string };
  templates?: { to: string; title: string; summary: string; facts: string }[];
  words?: string;
  /** Plans of others to take steps from, when asked for. */
  found?: { to: string; name: string }[] | undefined;
}

/** The steps of what was chosen, to keep or not; for whom; as drafts or at once. */
export function StartForm({ form, reply }: { form: StartFormData; reply: StartReply | undefined }) {
  const { start: t } = useTexts("plans");
  const ticks = reply?.ticks;
  if (form.groups.length === 0)
    return (
      <div className="grid max-w-3xl gap-6">
        <p>{form.none}</p>
        <Kept form={form} />
        <a href={form.back}>{t.back}</a>
      </div>
    );
  return (
    <form method="post" className="sheet grid max-w-3xl gap-6 p-4 md:p-6">
      <input type="hidden" name="id" value={form.id} />
      {reply ? (
        <p role="alert" className="font-semibold text-error">
          {reply.error}
        </p>
      ) : null}
      {form.groups.map((group) => (
        <Steps key={group.title} group={group} ticked={ticks?.steps} />
      ))}
      <Kept form={form} />
      <Targets targets={form.targets} ticked={ticks?.targets} />
      <fieldset>
        <legend className="mb-2 font-semibold">{t.when}</legend>
        <div className="flex flex-wrap gap-2">
          <Choice type="radio" name="publication" value="draft" isChecked={ticks?.publication !== "published"}>
            {t.draft}
          </Choice>
          <Choice type="radio" name="publication" value="published" isChecked={ticks?.publication === "published"}>
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

function Steps({ group, ticked }: { group: StartGroup; ticked: string[] | undefined }) {
  return (
    <fieldset>
      <legend className="mb-2 text-l font-semibold">{group.title}</legend>
      {group.hint ? <p className="mb-2 text-s text-muted">{group.hint}</p> : null}
      <div className="grid gap-1 divide-y divide-rule">
        {group.steps.map((step) => (
          <label key={step.value} className="tick">
            <input
              type="checkbox"
              name="steps"
              value={step.value}
              defaultChecked={ticked ? ticked.includes(step.value) : step.isTicked}
            />
            <span>
              <span className="block font-semibold">{step.title}</span>
              {step.reasons.map((reason) => (
                <span key={reason} className="block">
                  {reason}
                </span>
              ))}
              {step.why ? <span className={step.reasons.length > 0 ? "block text-muted" : "block"}>{step.why}</span> : null}
              {step.facts ? <span className="block text-s text-muted">{step.facts}</span> : null}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

/** What is in the plan already, and where the record that all this comes from is completed. */
function Kept({ form }: { form: StartFormData }) {
  const texts = useTexts("measures");
  if (form.kept.length === 0 && !form.record) return null;
  return (
    <div className="grid gap-2">
      {form.kept.length > 0 ? (
        <>
          <h2 className="text-m font-semibold">{texts.groups.kept}</h2>
          <ul className="text-muted">
            {form.kept.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </>
      ) : null}
      {form.record ? (
        <a href={form.record} className="inline-flex min-h-11 items-center justify-self-start">
          {texts.record}
        </a>
      ) : null}
    </div>
  );
}

/** One provider is known already; several are ticked one by one. */
function Targets({ targets, ticked }: { targets: StartFormData["targets"]; ticked: string[] | undefined }) {
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
            <input type="checkbox" name="targets" value={target.id} defaultChecked={ticked ? ticked.includes(target.id) : true} />
            <span>{target.name}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
