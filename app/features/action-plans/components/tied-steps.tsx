import type { TiedStep } from "../tied.queries.server";

/** The steps of plans that go with a session or workshop. */
export function TiedSteps({ title, steps }: { title: string; steps: readonly TiedStep[] }) {
  if (steps.length === 0) return null;
  return (
    <section>
      <h2 className="text-l">{title}</h2>
      <ul className="mt-2 grid gap-1">
        {steps.map((step) => (
          <li key={step.id}>
            {step.to ? <a href={step.to}>{step.title}</a> : step.title} <span className="text-s text-muted">{step.context}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
