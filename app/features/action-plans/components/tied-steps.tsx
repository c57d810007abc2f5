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
            {step.to ? (
              <a href={step.to} className="inline-flex min-h-11 items-center underline">
                {step.title}
              </a>
            ) : (
              <p>{step.title}</p>
            )}
            <p className="text-s text-muted">{step.context}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}
