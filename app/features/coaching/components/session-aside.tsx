import { useTexts } from "~/i18n/use-texts";

interface SessionAsideProps {
  people: { key: string; to?: string | undefined; name: string; context: string; presence: string }[];
  headCount: string;
  times: string;
  facilitator: string;
  resources: { title: string; to: string }[];
}

/** Beside what was done: with whom, how long, by whom, what was handed over. */
export function SessionAside({ people, headCount, times, facilitator, resources }: SessionAsideProps) {
  const { page: t, columns } = useTexts("coaching");
  const { summary } = useTexts("coachingLog");
  return (
    <aside className="sheet grid content-start gap-4 p-4">
      {people.length > 0 || headCount ? (
        <section>
          <h2 className="font-semibold">{t.with}</h2>
          <ul className="mt-1 grid gap-2">
            {people.map((one) => (
              <li key={one.key}>
                {one.to ? <a href={one.to}>{one.name}</a> : one.name}
                <span className="block text-s text-muted">{[one.context, one.presence].filter(Boolean).join(" · ")}</span>
              </li>
            ))}
            {headCount ? <li>{headCount}</li> : null}
          </ul>
        </section>
      ) : null}
      <section>
        <h2 className="font-semibold">{t.time}</h2>
        <p>{times}</p>
      </section>
      <section>
        <h2 className="font-semibold">{columns.facilitator}</h2>
        <p>{facilitator}</p>
      </section>
      {resources.length > 0 ? (
        <section>
          <h2 className="font-semibold">{summary.resources}</h2>
          <ul>
            {resources.map((one) => (
              <li key={one.to}>
                <a href={one.to}>{one.title}</a>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
    </aside>
  );
}
