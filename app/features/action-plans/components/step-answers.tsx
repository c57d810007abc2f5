import { useTexts } from "~/i18n/use-texts";
import { Icon } from "~/ui/icon";
import type { AnswerTo } from "./my-plan-page";

/** The answers to a step, one button each; « C’est fait » may come with a link and a word that show it. */
export function StepAnswers({ stepId, to }: { stepId: string; to: AnswerTo }) {
  const t = useTexts("myPlan");
  return (
    <>
      <form method={to.method} action={to.action} className="mt-5 grid gap-2 print:hidden">
        <input type="hidden" name="actionId" value={stepId} />
        <button type="submit" name="answer" value="done" className="button button-main min-h-14 text-l">
          <Icon name="check" size={24} />
          {t.done}
        </button>
        <div className="grid gap-2 sm:grid-cols-3">
          <button type="submit" name="answer" value="alreadyDone" className="button">
            {t.alreadyDone}
          </button>
          <button type="submit" name="answer" value="doing" className="button">
            {t.doing}
          </button>
          <button type="submit" name="answer" value="blocked" className="button">
            {t.needHelp}
          </button>
        </div>
        {to.method === "get" ? (
          <button type="submit" name="answer" value="notForMe" className="button">
            {t.notForMe}
          </button>
        ) : (
          <details>
            <summary className="flex min-h-11 items-center font-semibold text-primary">{t.show}</summary>
            <ShowIt />
          </details>
        )}
      </form>
      {to.method === "post" ? <NotForMe stepId={stepId} to={to} /> : null}
    </>
  );
}

/** What shows that it is done: a page, a word. Sent with « C’est fait ». */
export function ShowIt() {
  const t = useTexts("myPlan");
  return (
    <div className="grid gap-2">
      <label htmlFor="link" className="font-semibold">
        {t.showLink}
      </label>
      <input id="link" name="link" inputMode="url" autoComplete="off" maxLength={500} className="input" />
      <label htmlFor="show-comment" className="font-semibold">
        {t.showComment}
      </label>
      <textarea id="show-comment" name="comment" rows={2} maxLength={1000} className="input" />
    </div>
  );
}

/** « Pas pour moi » asks why before it leaves, and takes no answer for an answer. */
function NotForMe({ stepId, to }: { stepId: string; to: AnswerTo }) {
  const t = useTexts("myPlan");
  return (
    <details className="mt-2 print:hidden">
      <summary className="button w-full">{t.notForMe}</summary>
      <form method="post" action={to.action} className="mt-3 grid gap-2">
        <input type="hidden" name="actionId" value={stepId} />
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
