import { useTexts } from "~/i18n/use-texts";
import type { OwnAnswerName } from "../model";
import { ShowIt } from "./step-answers";

export interface Confirm {
  actionId: string;
  answer: OwnAnswerName;
  text: string;
}

/** Before an answer given by a link is kept: what it says, yes or back. */
export function ConfirmAnswer({ confirm, action }: { confirm: Confirm; action: string }) {
  const t = useTexts("myPlan");
  return (
    <form method="post" action={action} className="next-step mt-4 grid gap-4">
      <h1 className="text-xl">{t.link.confirm}</h1>
      <p className="text-l">{confirm.text}</p>
      <input type="hidden" name="actionId" value={confirm.actionId} />
      <input type="hidden" name="answer" value={confirm.answer} />
      {confirm.answer === "notForMe" || confirm.answer === "blocked" ? (
        <div className="grid gap-1">
          <label htmlFor="comment" className="font-semibold">
            {confirm.answer === "blocked" ? t.blockedWhy : t.notForMeWhy}
          </label>
          <textarea id="comment" name="comment" rows={2} maxLength={1000} className="input" />
        </div>
      ) : null}
      {confirm.answer === "done" ? <ShowIt /> : null}
      <button type="submit" className="button button-main min-h-14 text-l">
        {t.link.yes}
      </button>
      <a href={action} className="button">
        {t.link.no}
      </a>
    </form>
  );
}
