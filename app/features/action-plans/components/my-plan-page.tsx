import type { Beside } from "~/features/accounts/beside.queries.server";
import { CallBack } from "~/features/accounts/components/call-back";
import { fill, useTexts } from "~/i18n/use-texts";
import { type NextStep, NextStepSheet } from "./next-step-sheet";
import { SeenBeacon } from "./seen-beacon";
import { Trail } from "./trail";

export interface TrailStep {
  id: string;
  title: string;
  place: "done" | "aside" | "ahead";
  /** How long, by when, since when: one line. */
  facts: string;
  /** The page that opens on this step. */
  to: string;
}

export interface MyPlanData {
  name: string;
  next?: NextStep | undefined;
  trail: TrailStep[];
  /** The plan on paper, for who signed in. */
  pdf: string | null;
  firstId?: string | undefined;
  /** Where it is told that the page was seen; null when nothing on it is new. */
  unseen: string | null;
  progress: string;
  contact: Beside;
}

/** Where answers go: posted at once by who signed in, or through a confirmation page by who came by a link. */
export interface AnswerTo {
  /** The page of questions to the office, for who signed in. */
  help?: string;
  method: "post" | "get";
  action: string;
  callbacks: string;
}

/** « Mon plan » (look.md): the next step, who to call, the path. */
export function MyPlanPage({ plan, to, callbackId }: { plan: MyPlanData; to: AnswerTo; callbackId: string }) {
  const t = useTexts("myPlan");
  const { print } = useTexts("plans");
  return (
    <div className="mx-auto max-w-2xl">
      <h1 className="mb-5 text-xl md:text-xxl">{fill(t.hello, { name: plan.name })}</h1>
      {plan.next ? (
        <NextStepSheet step={plan.next} to={to} />
      ) : (
        <p className="border-l-8 border-mark pl-4 text-l">{plan.trail.length === 0 ? t.empty : t.finished}</p>
      )}
      {plan.unseen ? <SeenBeacon to={plan.unseen} /> : null}
      <CallBack contact={plan.contact} action={to.callbacks} id={callbackId} />
      {to.help ? (
        <a href={to.help} className="button mt-3 print:hidden">
          {t.ask}
        </a>
      ) : null}
      {plan.trail.length > 0 ? (
        <section className="mt-10">
          <h2 className="text-l">{t.path}</h2>
          <p className="mb-4 text-muted">{plan.progress}</p>
          {plan.pdf ? (
            <p className="mb-2 print:hidden">
              <a href={plan.pdf} className="inline-flex min-h-11 items-center">
                {print.pdf}
              </a>
            </p>
          ) : null}
          <Trail steps={plan.trail} nextId={plan.firstId} openId={plan.next?.id} to={to} />
        </section>
      ) : null}
    </div>
  );
}
