import type { ReactNode } from "react";
import { useTexts } from "~/i18n/use-texts";

interface FigureListProps {
  /** Where « Aller à » leads. */
  id?: string;
  /** Left out on paper, where two sheets hold the page. */
  isOnScreen?: boolean;
  /** What comes with the figures stands beside them on paper. */
  isBeside?: boolean;
  title: string;
  figures: readonly { label: string; value: string; notes: readonly string[]; to?: string | undefined }[];
  help: readonly { term: string; text: string }[];
  children?: ReactNode;
}

/** Figures of one subject: number, comparison in words, denominator, and the rows behind each. */
export function FigureList(props: FigureListProps) {
  const { id, isOnScreen = false, isBeside = false, title, figures, help, children } = props;
  if (figures.length === 0) return null;
  return (
    <section id={id} className={`dashboard-block scroll-mt-4 ${isOnScreen ? "print:hidden" : ""}`}>
      <h2 className="mb-3 text-l">{title}</h2>
      <div className={isBeside ? "beside print:grid print:grid-cols-2 print:gap-x-10" : undefined}>
        <ul className="figures grid grid-cols-[repeat(auto-fill,minmax(9.5rem,1fr))] gap-x-6 gap-y-5">
          {figures.map((figure) => (
            <li key={figure.label} className="border-t-4 border-mark pt-2">
              <a href={figure.to} className="group block text-ink no-underline">
                <span className="block text-s">{figure.label}</span>
                <span className="block text-xl leading-tight md:text-xxl font-bold tabular-nums group-[[href]]:group-hover:underline">
                  {figure.value}
                </span>
                {figure.notes.map((note) => (
                  <span key={note} className="block text-s text-muted">
                    {note}
                  </span>
                ))}
              </a>
            </li>
          ))}
        </ul>
        {children}
      </div>
      <FigureHelp help={help} />
    </section>
  );
}

/** « Ce qui est compté »: the definitions of the figures above. */
export function FigureHelp({ help }: Pick<FigureListProps, "help">) {
  const t = useTexts("dashboard");
  return (
    <details className="mt-3 text-s print:hidden">
      <summary className="min-h-6 w-fit text-primary underline">{t.help}</summary>
      <dl className="mt-2 grid max-w-3xl gap-x-4 gap-y-1 sm:grid-cols-[14rem_1fr]">
        {help.map(({ term, text }) => (
          <div key={term} className="contents">
            <dt className="font-semibold">{term}</dt>
            <dd className="mb-2">{text}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
