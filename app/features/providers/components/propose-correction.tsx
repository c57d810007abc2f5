import { useTexts } from "~/i18n/use-texts";
import { type ProposalField, proposalFields } from "../proposals.model";

interface ProposeProps {
  id: string;
  to: string;
  subject: "establishment" | "contact";
  subjectId: string;
}

/** « Proposer une correction »: one field at a time, folded; the office says yes or no. */
export function ProposeCorrection({ id, to, subject, subjectId }: ProposeProps) {
  const t = useTexts("ownData");
  const fields: readonly ProposalField[] = proposalFields[subject];
  return (
    <details className="mt-2">
      <summary className="flex min-h-11 items-center font-semibold text-primary">{t.correct}</summary>
      <form method="post" action={to} className="mt-2 grid gap-2">
        <input type="hidden" name="id" value={id} />
        <input type="hidden" name="subject" value={subject} />
        <input type="hidden" name="subjectId" value={subjectId} />
        <label htmlFor={`field-${subjectId}`} className="font-semibold">
          {t.field}
        </label>
        <select id={`field-${subjectId}`} name="field" className="input">
          {fields.map((field) => (
            <option key={field} value={field}>
              {t.fields[field]}
            </option>
          ))}
        </select>
        <label htmlFor={`value-${subjectId}`} className="font-semibold">
          {t.newValue}
        </label>
        <input id={`value-${subjectId}`} name="newValue" required maxLength={200} autoComplete="off" className="input" />
        <label htmlFor={`comment-${subjectId}`} className="font-semibold">
          {t.comment}
        </label>
        <input id={`comment-${subjectId}`} name="comment" maxLength={500} autoComplete="off" className="input" />
        <button type="submit" className="button justify-self-start">
          {t.propose}
        </button>
      </form>
    </details>
  );
}
