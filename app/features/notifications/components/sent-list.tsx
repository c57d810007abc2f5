import { fill, useTexts } from "~/i18n/use-texts";

export interface SentLine {
  id: string;
  subject: string;
  who: string;
  provider: { name: string; to: string } | null;
  kind: string;
  state: string;
  tone: "plain" | "warn" | "error";
  at: string;
  /** Why it did not arrive, or may not have. */
  why: string;
  resend: { to: string; asks: boolean } | null;
}

const tones = { plain: "text-ink", warn: "text-warn", error: "text-error" } as const;

/** What left by mail: what, to whom, when, what became of it; a button where it may leave again. */
export function SentList({ lines }: { lines: SentLine[] }) {
  return (
    <ul className="sheet divide-y divide-rule">
      {lines.map((line) => (
        <li key={line.id} className="grid gap-1 px-4 py-3 md:grid-cols-[1fr_18rem] md:gap-x-6">
          <div className="min-w-0">
            <p className="font-semibold wrap-anywhere">{line.subject}</p>
            <p className="text-s text-muted wrap-anywhere">
              {line.kind} · {line.who}
            </p>
            {line.provider ? (
              <a href={line.provider.to} className="inline-flex min-h-11 items-center wrap-anywhere md:min-h-6">
                {line.provider.name}
              </a>
            ) : null}
          </div>
          <div className="grid content-start gap-1">
            <p>
              <span className={`block font-semibold ${tones[line.tone]}`}>{line.state}</span>
              <span className="text-s text-muted">{line.at}</span>
            </p>
            {line.why ? <p className="text-s">{line.why}</p> : null}
            {line.resend ? <Resend line={line} to={line.resend.to} asks={line.resend.asks} /> : null}
          </div>
        </li>
      ))}
    </ul>
  );
}

function Resend({ line, to, asks }: { line: SentLine; to: string; asks: boolean }) {
  const { sent: t } = useTexts("notices");
  return (
    <form method="post" action={to} className="mt-1 grid justify-items-start gap-2">
      {asks ? (
        <label className="inline-flex min-h-11 items-center gap-2 text-s">
          <input type="checkbox" name="confirmed" value="yes" required className="size-5" />
          {t.confirm}
        </label>
      ) : null}
      <button type="submit" className="button" aria-label={fill(t.resendOf, { subject: line.subject, who: line.who })}>
        {t.resend}
      </button>
    </form>
  );
}
