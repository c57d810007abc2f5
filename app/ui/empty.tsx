import type { ReactNode } from "react";

interface EmptyProps {
  text: string;
  action?: ReactNode;
}

/** What will stand here, and the first step: a drawn waymark, one sentence, one button. */
export function Empty({ text, action }: EmptyProps) {
  return (
    <div className="sheet grid justify-items-center gap-4 px-6 py-12 text-center">
      <svg width="72" height="72" viewBox="0 0 72 72" aria-hidden="true">
        <path d="M33 18h6v46h-6z" className="fill-muted" />
        <path d="M14 10h38l10 8-10 8H14z" className="fill-mark stroke-ink" strokeWidth="2" />
        <path d="M58 32H24l-8 6 8 6h34z" className="fill-accent stroke-ink" strokeWidth="2" />
      </svg>
      <p>{text}</p>
      {action}
    </div>
  );
}
