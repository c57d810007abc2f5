import { useTexts } from "~/i18n/use-texts";
import type { OwnLetter } from "../own-letter.server";

/** The letter of the office: asked for, confirmed by a click in the mailbox, left or refused. */
export function OwnLetters({ letters }: { letters: readonly OwnLetter[] }) {
  const { own: t } = useTexts("letters");
  return (
    <>
      {letters.map((letter) => (
        <section key={letter.contactId} className="sheet mt-6 max-w-2xl p-4 md:p-6">
          <h2 className="text-l">{letter.title}</h2>
          <p className="mt-1 wrap-anywhere">{letter.text}</p>
          <form method="post" className="mt-3 flex flex-wrap gap-2">
            <input type="hidden" name="contactId" value={letter.contactId} />
            {letter.mayAsk ? (
              <button type="submit" name="intent" value="letter" className="button">
                {letter.isAsked ? t.askAgain : t.ask}
              </button>
            ) : null}
            {letter.mayRefuse ? (
              <button type="submit" name="intent" value="noLetter" className="button">
                {letter.reads ? t.leave : t.refuse}
              </button>
            ) : null}
          </form>
        </section>
      ))}
    </>
  );
}
