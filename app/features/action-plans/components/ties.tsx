import { fill, useTexts } from "~/i18n/use-texts";
import type { TiesData } from "../describe-ties.server";

/** The sessions and workshops of a step: what is tied, what may be, and a session that begins from here. */
export function Ties({ ties }: { ties: TiesData }) {
  const { ties: t } = useTexts("plans");
  return (
    <section className="print:hidden">
      <h2 className="mb-2 text-l">{t.title}</h2>
      {ties.lines.length === 0 ? <p className="text-muted">{t.none}</p> : null}
      <ul className="grid gap-1">
        {ties.lines.map((line) => (
          <li key={line.key}>
            <form method="post" action={ties.to} className="flex flex-wrap items-center gap-x-3">
              <a href={line.to} className="inline-flex min-h-11 items-center">
                {line.text}
              </a>
              <input type="hidden" name="target" value={line.key} />
              {line.canUntie ? (
                <button
                  type="submit"
                  name="intent"
                  value="untie"
                  className="min-h-11 text-primary underline"
                  aria-label={fill(t.untieOf, { title: line.text })}
                >
                  {t.untie}
                </button>
              ) : null}
            </form>
          </li>
        ))}
      </ul>
      {ties.choices.length > 0 ? (
        <form method="post" action={ties.to} className="mt-2 grid gap-2">
          <label htmlFor="target" className="font-semibold">
            {t.choose}
          </label>
          <select id="target" name="target" className="input">
            {ties.choices.map((choice) => (
              <option key={choice.value} value={choice.value}>
                {choice.text}
              </option>
            ))}
          </select>
          <button type="submit" name="intent" value="tie" className="button justify-self-start">
            {t.tie}
          </button>
        </form>
      ) : null}
      <form method="post" action={ties.to} className="mt-3">
        <input type="hidden" name="sessionId" value={ties.sessionId} />
        <button type="submit" name="intent" value="session" className="button">
          {t.log}
        </button>
      </form>
    </section>
  );
}
