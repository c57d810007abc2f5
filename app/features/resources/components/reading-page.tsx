import { useLocation } from "@remix-run/react";
import { CallBack } from "~/features/accounts/components/call-back";
import { Logo } from "~/ui/logo";
import type { describeReading } from "../letter-pages.server";

interface ReadingPageProps {
  page: ReturnType<typeof describeReading>;
  isDone: boolean;
  /** What was said of « Rappelez-moi », once it was asked. */
  called: string;
}

/** One question about a letter and one button; without JavaScript, without an account. */
export function ReadingPage({ page, isDone, called }: ReadingPageProps) {
  const here = useLocation().pathname;
  return (
    <div className="mx-auto max-w-2xl px-4 pb-16">
      <header className="py-4">
        <Logo />
      </header>
      <main id="content">
        {isDone ? (
          <div role="status" className="next-step mt-4">
            <h1 className="text-xl">{page.done}</h1>
          </div>
        ) : (
          <form method="post" className="next-step mt-4 grid gap-4">
            <h1 className="text-xl">{page.title}</h1>
            {page.text ? <p className="text-l wrap-anywhere">{page.text}</p> : null}
            {page.isOpen ? (
              <button type="submit" className="button button-main min-h-14 text-l">
                {page.button}
              </button>
            ) : null}
          </form>
        )}
        {called ? (
          <p role="status" className="mt-4 font-semibold">
            {called}
          </p>
        ) : null}
        <CallBack contact={page.beside} action={page.mayCall ? here : null} id={page.callbackId} />
      </main>
    </div>
  );
}
