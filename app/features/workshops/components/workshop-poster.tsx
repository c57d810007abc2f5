import type { ReactNode } from "react";
import { useTexts } from "~/i18n/use-texts";
import { RichText } from "~/ui/rich-text";
import type { Poster } from "../describe.server";
import { StateChip } from "./state-chip";

interface WorkshopPosterProps {
  poster: Poster;
  /** The one thing to do, for whoever looks. */
  action?: ReactNode;
  children?: ReactNode;
  /** For whom it is no news that it is on the programme: a state is told where it changes something. */
  isPublic?: boolean;
  /** Of its heading. */
  level?: 1 | 2;
}

/** Title, dates, place, seats left in words, and one main action. */
export function WorkshopPoster({ poster, action, children, isPublic = false, level = 1 }: WorkshopPosterProps) {
  const Heading = level === 1 ? "h1" : "h2";
  const { page } = useTexts("workshops");
  const seats = [poster.seats, poster.minimum].filter(Boolean).join(" · ");
  return (
    <article className="next-step grid gap-4">
      <header>
        <p className="flex flex-wrap items-center gap-3 text-muted">
          {poster.format}
          {isPublic && poster.state === "published" ? null : <StateChip state={poster.state} name={poster.stateName} />}
        </p>
        <Heading className="mt-1 text-xl md:text-xxl">{poster.title}</Heading>
        <ul className="mt-2 text-l">
          {poster.dates.map((date) => (
            <li key={date} className="first-letter:uppercase">
              {date}
            </li>
          ))}
        </ul>
      </header>
      {seats ? <p className="font-semibold">{seats}</p> : null}
      {poster.cancelReason ? <p>{poster.cancelReason}</p> : null}
      {action}
      <dl aria-label={page.facts} className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-1 sm:gap-x-6">
        {poster.facts.map(([name, text]) => (
          <div key={name} className="contents">
            <dt className="text-muted">{name}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
      {poster.description ? <RichText html={poster.description} /> : null}
      {children}
    </article>
  );
}
