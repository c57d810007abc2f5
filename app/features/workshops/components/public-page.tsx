import { useLocation } from "@remix-run/react";
import type { ReactNode } from "react";
import { CallBack } from "~/features/accounts/components/call-back";
import { useTexts } from "~/i18n/use-texts";
import { Logo } from "~/ui/logo";
import type { BesidePage } from "../beside-page.server";

interface PublicPageProps {
  office: string;
  contact: { email: string | null; phone: string | null };
  /** Who stands beside whoever holds a key of this page, and takes « Rappelez-moi » here. */
  beside?: BesidePage;
  children: ReactNode;
}

/** The frame of public pages: whose programme it is, and whom to ask. */
export function PublicPage({ office, contact, beside, children }: PublicPageProps) {
  const t = useTexts("programme");
  const here = useLocation().pathname;
  return (
    <div className="mx-auto max-w-4xl px-4 pb-16 md:px-8">
      <header className="flex flex-wrap items-center justify-between gap-3 py-4">
        <p className="font-semibold">{office}</p>
        <Logo />
      </header>
      <main id="content">
        {children}
        {beside ? <CallBack contact={beside.beside} action={here} id={beside.callbackId} /> : null}
      </main>
      {contact.email || contact.phone ? (
        <footer className="mt-10 border-t border-rule pt-4 text-s text-muted">
          {t.contact} {contact.email ? <a href={`mailto:${contact.email}`}>{contact.email}</a> : null} {contact.phone}
        </footer>
      ) : null}
    </div>
  );
}
