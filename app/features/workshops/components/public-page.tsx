import type { ReactNode } from "react";
import { useTexts } from "~/i18n/use-texts";
import { Logo } from "~/ui/logo";

interface PublicPageProps {
  office: string;
  contact: { email: string | null; phone: string | null };
  children: ReactNode;
}

/** The frame of public pages: whose programme it is, and whom to ask. */
export function PublicPage({ office, contact, children }: PublicPageProps) {
  const t = useTexts("programme");
  return (
    <div className="mx-auto max-w-4xl px-4 pb-16 md:px-8">
      <header className="flex flex-wrap items-center justify-between gap-3 py-4">
        <p className="font-semibold">{office}</p>
        <Logo />
      </header>
      <main id="content">{children}</main>
      {contact.email || contact.phone ? (
        <footer className="mt-10 border-t border-rule pt-4 text-s text-muted">
          {t.contact} : {contact.email ? <a href={`mailto:${contact.email}`}>{contact.email}</a> : null} {contact.phone}
        </footer>
      ) : null}
    </div>
  );
}
