import { useTexts } from "~/i18n/use-texts";
import type { AnswerTo, TrailStep } from "./my-plan-page";

interface TrailProps {
  steps: TrailStep[];
  nextId: string | undefined;
  /** The step that stands open on the sheet above. */
  openId: string | undefined;
  to: AnswerTo;
}

/** The path, drawn as a trail: what is behind walked, where one is marked, what is ahead dotted. */
export function Trail({ steps, nextId, openId, to }: TrailProps) {
  return (
    <ol className="trail">
      {steps.map((step, place) => (
        <li key={step.id} className={`trail-${step.place}`} aria-current={step.id === nextId ? "step" : undefined}>
          <Way isLast={place === steps.length - 1} bend={place % 2 === 0 ? 44 : 4} />
          <Waymark place={step.id === nextId ? "here" : step.place} />
          <Step step={step} isNext={step.id === nextId} isOpen={step.id === openId} to={to} />
        </li>
      ))}
    </ol>
  );
}

function Step({ step, isNext, isOpen, to }: { step: TrailStep; isNext: boolean; isOpen: boolean; to: AnswerTo }) {
  const t = useTexts("myPlan");
  const { colon } = useTexts("common");
  return (
    <div className="min-w-0 pb-7">
      {isNext ? <p className="text-s font-semibold text-accent">{t.here}</p> : null}
      <p className={step.place === "ahead" ? "font-semibold" : "text-muted"}>
        {isOpen ? (
          step.title
        ) : (
          <a href={step.to} className="inline-flex min-h-11 items-center">
            {step.title}
          </a>
        )}
      </p>
      {step.facts ? <p className="text-s text-muted">{step.facts}</p> : null}
      {step.place === "ahead" ? null : (
        <form method={to.method} action={to.action} className="print:hidden">
          <input type="hidden" name="actionId" value={step.id} />
          <button type="submit" name="answer" value="again" className="min-h-11 text-s text-primary underline">
            {t.again}
            <span className="sr-only">
              {colon}
              {step.title}
            </span>
          </button>
        </form>
      )}
    </div>
  );
}

/** The stretch from this waymark to the next, as tall as its step. */
function Way({ isLast, bend }: { isLast: boolean; bend: number }) {
  if (isLast) return null;
  return (
    <svg className="trail-way" viewBox="0 0 48 100" preserveAspectRatio="none" aria-hidden="true">
      <path d={`M24 0 C ${bend} 30, ${bend} 70, 24 100`} vectorEffect="non-scaling-stroke" />
    </svg>
  );
}

function Waymark({ place }: { place: TrailStep["place"] | "here" }) {
  if (place === "here") {
    return (
      <svg className="trail-mark" viewBox="0 0 48 40" aria-hidden="true">
        <path d="M4 5h40v15H4z" className="fill-mark stroke-on-mark" strokeWidth="2" />
        <path d="M4 20h40v15H4z" className="fill-[#b93a17] stroke-on-mark" strokeWidth="2" />
      </svg>
    );
  }
  return (
    <svg className="trail-mark" viewBox="0 0 48 40" aria-hidden="true">
      {place === "done" ? (
        <>
          <circle cx="24" cy="20" r="13" className="fill-primary" />
          <path d="m18 20 5 5 8-9" className="fill-none stroke-on-primary" strokeWidth="3" strokeLinecap="round" />
        </>
      ) : null}
      {place === "aside" ? (
        <>
          <circle cx="24" cy="20" r="12" className="fill-paper stroke-control" strokeWidth="2" />
          <path d="M18 20h12" className="stroke-control" strokeWidth="3" strokeLinecap="round" />
        </>
      ) : null}
      {place === "ahead" ? <path d="M13 13h22v14H13z" className="fill-mark stroke-on-mark" strokeWidth="2" /> : null}
    </svg>
  );
}
