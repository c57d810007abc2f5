import { useTexts } from "~/i18n/use-texts";
import { Icon } from "~/ui/icon";
import { Evidence, type EvidenceData } from "./evidence";
import { Gestures } from "./gestures";
import type { AnswerTo, TrailStep } from "./my-plan-page";
import { StepAnswers } from "./step-answers";
import { Thread, type ThreadData } from "./thread";

export interface NextStep extends Omit<TrailStep, "to"> {
  why: string;
  how: string;
  /** The next one on the path, or another that was opened. */
  isFirst: boolean;
  isOpen: boolean;
  /** « En cours », « Bloquée »…; empty while nothing was said. */
  stateText: string;
  resource: { text: string; to: string | null } | null;
  workshops: { text: string; to: string | null }[];
  gestures: { title: string; isDone: boolean; place: number }[];
  ticks: string;
  thread: ThreadData;
  evidence: EvidenceData;
}

/** A step as one big yellow-edged sheet: what, why, how, its gestures, its answers; what is said and shown of it folded. */
export function NextStepSheet({ step, to }: { step: NextStep; to: AnswerTo }) {
  const t = useTexts("myPlan");
  return (
    <section className="next-step" aria-labelledby="next-step">
      <p className="text-s font-semibold text-muted">{step.isFirst ? t.next : t.step}</p>
      <h2 id="next-step" className="mt-1 text-xl">
        {step.title}
      </h2>
      {step.why ? <p className="mt-2">{step.why}</p> : null}
      {step.facts ? <p className="mt-2 font-semibold">{step.facts}</p> : null}
      {step.stateText ? <p className="mt-2 chip">{step.stateText}</p> : null}
      {step.gestures.length > 0 ? <Gestures gestures={step.gestures} to={step.ticks} actionId={step.id} /> : null}
      {step.how ? (
        <details className="mt-3 print:hidden">
          <summary className="flex min-h-11 items-center font-semibold text-primary">{t.how}</summary>
          <p className="whitespace-pre-wrap">{step.how}</p>
        </details>
      ) : null}
      <Sheet sheet={step.resource} />
      {step.workshops.map((one) => (
        <Sheet key={one.text} sheet={one} />
      ))}
      {step.isOpen ? (
        <StepAnswers stepId={step.id} to={to} />
      ) : (
        <p className="mt-4 flex items-center gap-2 font-semibold text-ok">
          <Icon name="check" size={20} />
          {t.behind}
        </p>
      )}
      <SaidAndShown step={step} canOpen={to.method === "post"} />
    </section>
  );
}

/** The thread and the evidence of a step, folded until there is something to read. */
function SaidAndShown({ step, canOpen }: { step: NextStep; canOpen: boolean }) {
  const { thread, evidence } = useTexts("plans");
  const words = step.thread.lines.length;
  return (
    <>
      <details className="mt-3 print:hidden" open={words > 0}>
        <summary className="flex min-h-11 items-center font-semibold text-primary">
          {thread.title}
          {words > 0 ? ` (${words})` : ""}
        </summary>
        <Thread thread={step.thread} isFolded />
      </details>
      <details className="mt-1 print:hidden" open={!step.isOpen}>
        <summary className="flex min-h-11 items-center font-semibold text-primary">{evidence.title}</summary>
        <Evidence evidence={step.evidence} canOpen={canOpen} isFolded />
      </details>
    </>
  );
}

function Sheet({ sheet }: { sheet: NextStep["resource"] }) {
  if (!sheet) return null;
  return <p className="mt-3">{sheet.to ? <a href={sheet.to}>{sheet.text}</a> : sheet.text}</p>;
}
