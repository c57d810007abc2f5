import { Link } from "@remix-run/react";
import { useLabelled, useTexts } from "~/i18n/use-texts";
import { paths } from "~/paths";
import type { ReadEntry, ReadFact, ReadSection } from "../reading.model";

interface DataReadingProps {
  sections: ReadSection[];
  /** Each session leads to its form, for who reviews. */
  isReview?: boolean;
}

/** All that is kept of a provider, section by section, to read and to print. */
export function DataReading({ sections, isReview = false }: DataReadingProps) {
  const { reading: t } = useTexts("ownData");
  return (
    <>
      <nav aria-label={t.sections} className="print:hidden">
        <ul className="grid gap-x-4 sm:grid-cols-2">
          {sections.map(({ key, title, entries }) => (
            <li key={key}>
              <a href={`#${key}`} className="inline-flex min-h-11 items-center">
                {title} ({entries.length})
              </a>
            </li>
          ))}
        </ul>
      </nav>
      {sections.map(({ key, title, about, entries }) => (
        <section key={key} id={key} aria-labelledby={`${key}-title`}>
          <h2 id={`${key}-title`} className="mb-2 text-l">
            {title}
          </h2>
          {about ? <p className="mb-2 text-s text-muted">{about}</p> : null}
          {entries.length === 0 ? <p className="text-muted">{t.nothing}</p> : <Entries entries={entries} isReview={isReview} />}
        </section>
      ))}
    </>
  );
}

function Entries({ entries, isReview }: { entries: ReadEntry[]; isReview: boolean }) {
  return (
    <ul className="sheet divide-y divide-rule">
      {entries.map((one, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: written once, never reordered, and titles may be the same
        <Entry key={place} entry={one} isReview={isReview} />
      ))}
    </ul>
  );
}

function Entry({ entry, isReview }: { entry: ReadEntry; isReview: boolean }) {
  const { reading: t } = useTexts("ownData");
  return (
    <li className="grid gap-1 break-inside-avoid p-3">
      <h3 className="font-semibold">{entry.title}</h3>
      <Facts facts={entry.facts} />
      {entry.texts.map(({ label, value }) => (
        <div key={`${label}${value}`}>
          <p className="text-s text-muted">{label}</p>
          <p className="whitespace-pre-line break-words">{value}</p>
        </div>
      ))}
      {isReview && entry.sessionId ? (
        <Link to={paths.editCoachingSession(entry.sessionId)} className="inline-flex min-h-11 items-center print:hidden">
          {t.correct}
        </Link>
      ) : null}
    </li>
  );
}

function Facts({ facts }: { facts: ReadFact[] }) {
  const labelled = useLabelled();
  return (
    <dl>
      {facts.map(({ label, value }) => (
        <div key={`${label}${value}`} className="break-words">
          <dt className="inline text-muted">{labelled(label, "")}</dt>
          <dd className="inline">{value}</dd>
        </div>
      ))}
    </dl>
  );
}
