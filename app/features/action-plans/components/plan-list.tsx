import { useTexts } from "~/i18n/use-texts";

export interface PlanLine {
  id: string;
  to: string;
  provider: string;
  kind: string;
  progress: string;
  drafts: string;
  next: string;
  due: string;
  news: string;
  /** Whom to contact next and why, in words; empty when nothing presses. */
  hint: string;
  isPressing: boolean;
  phone: { to: string; text: string } | null;
}

/** The plans of the office: a table on a desk, stacked rows on a phone. */
export function PlanList({ lines }: { lines: PlanLine[] }) {
  const { list: t } = useTexts("plans");
  return (
    <table className="list sheet">
      <thead>
        <tr>
          <th scope="col">{t.provider}</th>
          <th scope="col">{t.progress}</th>
          <th scope="col">{t.next}</th>
          <th scope="col">{t.news}</th>
          <th scope="col">{t.contact}</th>
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <PlanRow key={line.id} line={line} />
        ))}
      </tbody>
    </table>
  );
}

function PlanRow({ line }: { line: PlanLine }) {
  const { list: t } = useTexts("plans");
  return (
    <tr>
      <td>
        <a href={line.to} className="font-semibold">
          {line.provider}
        </a>
        <span className="block text-s text-muted">{line.kind}</span>
      </td>
      <td data-label={t.progress}>
        {line.progress} {line.drafts ? <span className="ml-1 chip">{line.drafts}</span> : null}
      </td>
      <td>
        {line.next}
        {line.due ? <span className="block text-s text-muted">{line.due}</span> : null}
      </td>
      <td data-label={t.news}>{line.news}</td>
      <NextContact line={line} />
    </tr>
  );
}

function NextContact({ line }: { line: PlanLine }) {
  return (
    <td>
      {line.hint ? <span className={line.isPressing ? "font-semibold text-accent" : ""}>{line.hint}</span> : null}
      {line.phone ? (
        <a href={line.phone.to} className="flex min-h-11 items-center">
          {line.phone.text}
        </a>
      ) : null}
    </td>
  );
}
