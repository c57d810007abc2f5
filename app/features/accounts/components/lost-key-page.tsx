import { isRouteErrorResponse, useRouteError } from "@remix-run/react";
import { ErrorPage } from "~/ui/error-page";
import { Logo } from "~/ui/logo";
import type { LostKeyData } from "../lost-key.server";
import { OfficeNumbers } from "./office-numbers";

/** The boundary of pages that a host's key opens: how to come in all the same, or whom to call; any other error as everywhere. */
export function LostKeyPage() {
  const error = useRouteError();
  if (!isRouteErrorResponse(error) || !isLost(error.data)) return <ErrorPage />;
  const { texts: t, offices, enter } = error.data.lost;
  return (
    <div className="mx-auto max-w-2xl px-4 pb-16">
      <header className="py-4">
        <Logo />
      </header>
      <main id="content" className="grid justify-items-start gap-4 py-4">
        <h1 className="text-xl">{t.title}</h1>
        <p>{t.text}</p>
        <p>{t.lastMail}</p>
        <p>{t.enterHint}</p>
        <a href={enter} className="button button-main">
          {t.enter}
        </a>
        <OfficeNumbers offices={offices} texts={t} />
      </main>
    </div>
  );
}

const isLost = (data: unknown): data is { lost: LostKeyData } => typeof data === "object" && data !== null && "lost" in data;
