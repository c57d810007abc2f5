import type { ReactNode } from "react";

interface PageTitleProps {
  title: string;
  /** One line under the title: what, when, of how many. */
  context?: ReactNode;
  /** The page's one main action. */
  action?: ReactNode;
}

/** The page's title with its one main action on the same line. */
export function PageTitle({ title, context, action }: PageTitleProps) {
  return (
    <header className="mb-6 flex flex-wrap items-end justify-between gap-x-6 gap-y-3">
      <div>
        <h1 className="text-xl md:text-xxl">{title}</h1>
        {context ? <p className="mt-1 text-muted">{context}</p> : null}
      </div>
      {action ? <div className="flex flex-wrap gap-2 print:hidden">{action}</div> : null}
    </header>
  );
}
