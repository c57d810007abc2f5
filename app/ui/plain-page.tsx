import type { ReactNode } from "react";
import { Logo } from "./logo";

interface PlainPageProps {
  /** The way back. */
  back: { to: string; label: string };
  children: ReactNode;
}

/** A page that every kind of person shares, outside the frames. */
export function PlainPage({ back, children }: PlainPageProps) {
  return (
    <>
      <header className="flex items-center justify-between gap-4 border-b border-rule px-4 py-3 md:px-8">
        <Logo />
        <a href={back.to} className="button">
          {back.label}
        </a>
      </header>
      <main id="content" className="mx-auto max-w-2xl px-4 pt-6 pb-16 md:px-8">
        {children}
      </main>
    </>
  );
}
