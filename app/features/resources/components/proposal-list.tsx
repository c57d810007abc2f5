import { fill, useTexts } from "~/i18n/use-texts";
import { LeaveButton } from "./leave-button";

interface Proposal {
  id: string;
  title: string;
  url: string;
  summary: string;
  to: string;
  context: string;
}

/** What the feeds propose: each is kept, with why it matters, or left. */
export function ProposalList({ rows }: { rows: Proposal[] }) {
  const { proposalsPage: t } = useTexts("library");
  return (
    <ul className="sheet divide-y divide-rule">
      {rows.map((row) => (
        <li key={row.id} className="grid gap-3 px-4 py-3 md:grid-cols-[1fr_auto]">
          <div className="min-w-0">
            <a href={row.url} rel="noreferrer" className="font-semibold">
              {row.title}
            </a>
            <p className="wrap-anywhere">{row.summary}</p>
            <p className="text-s text-muted">{row.context}</p>
          </div>
          <form method="post" className="flex items-center gap-2">
            <a href={row.to} className="button button-main" aria-label={fill(t.keepOne, { title: row.title })}>
              {t.keep}
            </a>
            <LeaveButton id={row.id} title={row.title} t={t} />
          </form>
        </li>
      ))}
    </ul>
  );
}
