import { Link } from "@remix-run/react";

interface SignpostProps {
  name: string;
  /** Kind and commune, one line. */
  place: string;
  facts: string[];
  nextStep: { title: string; due: string } | undefined;
  nextStepLabel: string;
  planTo: string;
  log: { to: string; label: string } | undefined;
}

/** Where one is, what is behind, what is next: the header of every page of a provider. */
export function Signpost({ name, place, facts, nextStep, nextStepLabel, planTo, log }: SignpostProps) {
  return (
    <header className="mb-4 flex flex-wrap items-start justify-between gap-x-6 gap-y-3">
      <div className="flex min-w-0 gap-3">
        <svg width="10" height="56" viewBox="0 0 10 56" aria-hidden="true" className="mt-1 shrink-0">
          <path d="M1 1h8v26H1z" className="fill-mark stroke-ink" strokeWidth="1.5" />
          <path d="M1 29h8v26H1z" className="fill-accent stroke-ink" strokeWidth="1.5" />
        </svg>
        <div className="min-w-0">
          <h1 className="text-xl [overflow-wrap:anywhere] md:text-xxl">{name}</h1>
          <p className="mt-1 text-muted">{place}</p>
          <p className="text-s text-muted">{facts.join(" · ")}</p>
        </div>
      </div>
      {log ? (
        <Link to={log.to} className="button button-main">
          {log.label}
        </Link>
      ) : null}
      {nextStep ? (
        <p className="w-full max-w-none rounded-box border-l-8 border-mark bg-surface px-4 py-2">
          <span className="text-s text-muted">{nextStepLabel}</span>{" "}
          <Link to={planTo} className="font-semibold text-ink">
            {nextStep.title}
          </Link>{" "}
          <span className="text-s text-muted">{nextStep.due}</span>
        </p>
      ) : null}
    </header>
  );
}
