import type { ReactNode } from "react";
import { PageTitle } from "~/ui/page-title";

interface EditPageProps {
  title: string;
  /** The record that the page belongs to. */
  back: { to: string; label: string };
  children: ReactNode;
}

/** A page with one small form over a provider's record, and the way back to it. */
export function EditPage({ title, back, children }: EditPageProps) {
  return (
    <>
      <p className="mb-2">
        <a href={back.to} className="inline-flex min-h-11 items-center">
          <span aria-hidden className="mr-2">
            ←
          </span>
          {back.label}
        </a>
      </p>
      <PageTitle title={title} />
      {children}
    </>
  );
}
