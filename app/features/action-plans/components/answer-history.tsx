import { useTexts } from "~/i18n/use-texts";

export interface AnswerLine {
  id: string;
  state: string;
  /** « dit au téléphone le 12 mars, par Odile Fontanel, noté par Maëlle Garricq ». */
  context: string;
  comment: string;
}

/** What was answered about an action, the last first. */
export function AnswerHistory({ answers }: { answers: AnswerLine[] }) {
  const { history: t } = useTexts("actionPlans");
  return (
    <section>
      <h2 className="mb-2 text-l">{t.title}</h2>
      {answers.length === 0 ? <p className="text-muted">{t.none}</p> : null}
      <ol className="grid gap-3">
        {answers.map((answer) => (
          <li key={answer.id} className="border-l-4 border-mark pl-3">
            <p className="font-semibold">{answer.state}</p>
            {answer.comment ? <p className="whitespace-pre-wrap">{answer.comment}</p> : null}
            <p className="text-s text-muted">{answer.context}</p>
          </li>
        ))}
      </ol>
    </section>
  );
}
