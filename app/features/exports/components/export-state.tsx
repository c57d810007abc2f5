import { Link, useRevalidator } from "@remix-run/react";
import { useEffect } from "react";
import { useTexts } from "~/i18n/use-texts";

interface ExportStateProps {
  title: string;
  text: string;
  note?: string | undefined;
  /** 0 to 1 while the file is written. */
  part?: number | undefined;
  /** Address of the file, once it is there. */
  to?: string | undefined;
  /** Address of the list. */
  back: string;
}

/** How far a prepared file is; the page asks again by itself while it is written, without JavaScript too. */
export function ExportState({ title, text, note, part, to, back }: ExportStateProps) {
  const texts = useTexts("exports");
  useAskingAgain(part !== undefined);
  return (
    <section className="sheet grid max-w-2xl gap-3 p-4 md:p-6" aria-labelledby="export-state">
      <h2 className="text-l" id="export-state">
        {title}
      </h2>
      {part === undefined ? null : <Progress part={part} />}
      <p role="status">{text}</p>
      {note ? <p className="text-muted">{note}</p> : null}
      <p className="flex flex-wrap gap-2">
        {to ? (
          <a href={to} className="button button-primary">
            {texts.download}
          </a>
        ) : null}
        <Link to={back} className="button">
          {texts.back}
        </Link>
      </p>
    </section>
  );
}

function Progress({ part }: { part: number }) {
  return (
    <>
      <noscript>
        <meta httpEquiv="refresh" content="3" />
      </noscript>
      <progress className="h-3 w-full accent-primary" aria-labelledby="export-state" value={part} max={1} />
    </>
  );
}

function useAskingAgain(isUnderWay: boolean): void {
  const { revalidate } = useRevalidator();
  useEffect(() => {
    if (!isUnderWay) return;
    const timer = setInterval(revalidate, 1000);
    return () => clearInterval(timer);
  }, [isUnderWay, revalidate]);
}
