import type { ReactNode } from "react";
import { Logo } from "./logo";

interface NarrowPageProps {
  title: string;
  intro?: ReactNode;
  children: ReactNode;
}

/** A page outside the frame: sign-in, invitation, first installation. */
export function NarrowPage({ title, intro, children }: NarrowPageProps) {
  return (
    <main id="content" className="mx-auto grid min-h-dvh max-w-md content-center gap-6 px-6 py-12">
      <Logo />
      <div>
        <h1 className="text-xl">{title}</h1>
        {intro ? <p className="mt-1 text-muted">{intro}</p> : null}
      </div>
      {children}
    </main>
  );
}
