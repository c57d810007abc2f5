import { useTexts } from "~/i18n/use-texts";
import { Icon } from "~/ui/icon";
import type { AnswerTo, TrailStep } from "./my-plan-page";

export interface NextStep extends TrailStep {
  why: string;
  how: string;
  resource: string;
  resourceId: string | null;
}

/** The next step as one big yellow-edged sheet, with its three answers. */
export function NextStepSheet({ step, to }: { step: NextStep; to: AnswerTo }) {
  const t = useTexts("myPlan");
  return (
    <section className="next-step" aria-labelledby="next-step">
      <p className="text-s font-semibold text-muted">{t.next}</p>
      <h2 id="next-step" className="mt-1 text-xl">
        {step.title}
      </h2>
      {step.why ? <p className="mt-2">{step.why}</p> : null}
      {step.facts ? <p className="mt-2 font-semibold">{step.facts}</p> : null}
      {step.how ? (
        <details className="mt-3 print:hidden">
          <summary className="flex min-h-11 items-center font-semibold text-primary">{t.how}</summary>
          <p className="whitespace-pre-wrap">{step.how}</p>
        </details>
      ) : null}
      {step.resource ? (
        <p className="mt-3">
          <a href={`/my/resources/${step.resourceId}`}>{step.resource}</a>
        </p>
      ) : null}
      <form method={to.method} action={to.action} className="mt-5 grid gap-2 print:hidden">
        <input type="hidden" name="actionId" value={step.id} />
        <button type="submit" name="answer" value="done" className="button button-main min-h-14 text-l">
          <Icon name="check" size={24} />
          {t.done}
        </button>
        <button type="submit" name="answer" value="alreadyDone" className="button">
          {t.alreadyDone}
        </button>
        {to.method === "get" ? (
          <button type="submit" name="answer" value="notForMe" className="button">
            {t.notForMe}
          </button>
        ) : null}
      </form>
      {to.method === "post" ? <NotForMe step={step} to={to} /> : null}
    </section>
  );
}

/** « Pas pour moi » asks why before it leaves, and takes no answer for an answer. */
function NotForMe({ step, to }: { step: NextStep; to: AnswerTo }) {
  const t = useTexts("myPlan");
  return (
    <details className="mt-2 print:hidden">
      <summary className="button w-full">{t.notForMe}</summary>
      <form method="post" action={to.action} className="mt-3 grid gap-2">
        <input type="hidden" name="actionId" value={step.id} />
        <label htmlFor="not-for-me" className="font-semibold">
          {t.notForMeWhy}
        </label>
        <p id="not-for-me-hint" className="text-s text-muted">
          {t.notForMeHint}
        </p>
        <textarea id="not-for-me" name="comment" rows={2} maxLength={1000} className="input" aria-describedby="not-for-me-hint" />
        <button type="submit" name="answer" value="notForMe" className="button">
          {t.notForMeSend}
        </button>
      </form>
    </details>
  );
}
