import { useRevalidator } from "@remix-run/react";
import { useEffect } from "react";
import { useTexts } from "~/i18n/use-texts";

interface ImportProgressProps {
  title: string;
  /** « 120 fiches sur 300 »; empty while nothing is known. */
  text: string;
  /** 0 to 1; undefined while nothing is known. */
  part?: number | undefined;
}

/** Work under way: the page asks again by itself, without JavaScript too. */
export function ImportProgress({ title, text, part }: ImportProgressProps) {
  const { leave } = useTexts("imports");
  const { revalidate } = useRevalidator();
  useEffect(() => {
    const timer = setInterval(revalidate, 1000);
    return () => clearInterval(timer);
  }, [revalidate]);
  return (
    <section className="sheet grid max-w-2xl gap-3 p-4 md:p-6">
      <noscript>
        <meta httpEquiv="refresh" content="2" />
      </noscript>
      <h2 className="text-l" id="import-progress">
        {title}
      </h2>
      <progress
        className="h-3 w-full accent-primary"
        aria-labelledby="import-progress"
        {...(part === undefined ? {} : { value: part, max: 1 })}
      />
      <p role="status">{text}</p>
      <p className="text-muted">{leave}</p>
    </section>
  );
}
