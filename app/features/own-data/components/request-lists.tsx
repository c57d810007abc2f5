import { Link } from "@remix-run/react";
import { fill, useTexts } from "~/i18n/use-texts";
import { paths } from "~/paths";

export interface ProposalLine {
  id: string;
  provider: string;
  field: string;
  before: string;
  after: string;
  comment: string;
}

export interface DataRequestLine {
  id: string;
  provider: string;
  kind: "access" | "erasure";
  title: string;
  due: string;
  text: string;
}

/** Corrections that wait for a yes or a no. */
export function ProposalList({ lines }: { lines: ProposalLine[] }) {
  const { requests: t } = useTexts("ownData");
  const { quoted } = useTexts("common");
  if (lines.length === 0) return null;
  return (
    <section>
      <h2 className="mb-2 text-l">{t.corrections}</h2>
      <ul className="sheet divide-y divide-rule">
        {lines.map((line) => (
          <li key={line.id} className="p-4">
            <p className="font-semibold">
              {line.provider} · {line.field}
            </p>
            <p>
              {t.before} <s>{line.before}</s>
            </p>
            <p>
              {t.after} <strong>{line.after}</strong>
            </p>
            {line.comment ? <p className="text-muted">{fill(quoted, { text: line.comment })}</p> : null}
            <Answer
              to={paths.proposalDecision(line.id)}
              id={line.id}
              choices={[
                ["accept", t.accept],
                ["refuse", t.refuse],
              ]}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Requests about data: read and hand over, or erase, or say why not. */
export function DataRequestList({ lines }: { lines: DataRequestLine[] }) {
  const { requests: t } = useTexts("ownData");
  const { quoted } = useTexts("common");
  if (lines.length === 0) return null;
  return (
    <section>
      <h2 className="mb-2 text-l">{t.data}</h2>
      <ul className="sheet divide-y divide-rule">
        {lines.map((line) => (
          <li key={line.id} className="p-4">
            <p className="font-semibold">
              {line.provider} · {line.title}
            </p>
            <p className="text-s text-muted">{line.due}</p>
            {line.text ? <p>{fill(quoted, { text: line.text })}</p> : null}
            {line.kind === "access" ? (
              <Link to={paths.requestReview(line.id)} className="button my-2">
                {t.review}
              </Link>
            ) : (
              <p className="text-s">{t.eraseHint}</p>
            )}
            <Answer
              to={paths.requestAnswer(line.id)}
              id={line.id}
              choices={
                line.kind === "access"
                  ? [["refuse", t.refuse]]
                  : [
                      ["erase", t.erase],
                      ["refuse", t.refuse],
                    ]
              }
            />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Answer({ to, id, choices }: { to: string; id: string; choices: [string, string][] }) {
  const { requests: t } = useTexts("ownData");
  return (
    <form method="post" action={to} className="mt-2 grid max-w-xl gap-2">
      <label htmlFor={`reply-${id}`} className="font-semibold">
        {t.reply}
      </label>
      <input id={`reply-${id}`} name="reply" maxLength={1000} autoComplete="off" className="input" />
      <div className="flex flex-wrap gap-2">
        {choices.map(([answer, label]) => (
          <button key={answer} type="submit" name="answer" value={answer} className="button">
            {label}
          </button>
        ))}
      </div>
    </form>
  );
}
