import { useTexts } from "~/i18n/use-texts";
import { paths } from "~/paths";
import { LetterSheet } from "./letter-sheet";

interface LetterPage {
  id: string;
  intro: string[];
  items: { id: string; title: string; url: string; text: string }[];
  isSent: boolean;
  copy: { text: string; html: string };
  people: string;
  send: { label: string; isOff: boolean };
  ask: { label: string; isOff: boolean };
  became: { label: string; count: number }[];
}

/** A letter as it will read, the two ways it leaves, and what became of it. */
export function LetterArticle({ letter }: { letter: LetterPage }) {
  const t = useTexts("letters");
  return (
    <>
      <section aria-labelledby="letter-preview" className="sheet max-w-3xl p-4 md:p-6">
        <h2 id="letter-preview" className="mb-3 text-s text-muted">
          {t.preview}
        </h2>
        {letter.intro.map((text) => (
          <p key={text} className="mb-3">
            {text}
          </p>
        ))}
        <ul className="grid gap-4">
          {letter.items.map((item) => (
            <li key={item.id}>
              <a href={item.url} rel="noreferrer" className="font-semibold">
                {item.title}
              </a>
              <p>{item.text}</p>
            </li>
          ))}
        </ul>
      </section>
      <p className="mt-6 font-semibold">{letter.people}</p>
      {letter.isSent ? <Became rows={letter.became} /> : <SendForms letter={letter} />}
      <section aria-labelledby="letter-copy" className="mt-8 max-w-3xl">
        <h2 id="letter-copy" className="text-l">
          {t.copy}
        </h2>
        <p className="my-2">{t.copyHint}</p>
        <a href={`${paths.letter(letter.id)}/readers.csv`} className="button">
          {t.list}
        </a>
        <LetterSheet letter={letter.copy} />
      </section>
    </>
  );
}

function SendForms({ letter }: { letter: LetterPage }) {
  const t = useTexts("letters");
  const forms = [
    { intent: "ask", hint: t.askHint, main: "", ...letter.ask },
    { intent: "send", hint: t.sendHint, main: "button-main", ...letter.send },
  ];
  return (
    <section aria-labelledby="letter-send" className="mt-6 grid max-w-3xl gap-4">
      <h2 id="letter-send" className="text-l">
        {t.send}
      </h2>
      {forms.map(({ intent, hint, main, label, isOff }) => (
        <form key={intent} method="post" className="grid justify-items-start gap-2">
          <p>{hint}</p>
          <button type="submit" name="intent" value={intent} disabled={isOff} className={`button ${main} disabled:opacity-60`}>
            {label}
          </button>
        </form>
      ))}
    </section>
  );
}

function Became({ rows }: { rows: LetterPage["became"] }) {
  const t = useTexts("letters");
  return (
    <section aria-labelledby="letter-became" className="mt-6">
      <h2 id="letter-became" className="text-l">
        {t.became}
      </h2>
      <dl className="mt-2 grid gap-1">
        {rows.map(({ label, count }) => (
          <div key={label} className="flex gap-2">
            <dt>{label} :</dt>
            <dd className="font-semibold tabular-nums">{count}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
