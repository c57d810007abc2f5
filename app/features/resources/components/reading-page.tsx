import { Logo } from "~/ui/logo";

interface ReadingPageProps {
  page: { isOpen: boolean; title: string; text: string; button: string; done: string };
  isDone: boolean;
}

/** One question about a letter and one button; without JavaScript, without an account. */
export function ReadingPage({ page, isDone }: ReadingPageProps) {
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
      </main>
    </div>
  );
}
