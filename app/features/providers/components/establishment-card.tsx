import { useLabelled, useTexts } from "~/i18n/use-texts";
import { paths } from "~/paths";

interface EstablishmentCardProps {
  place: {
    id: string;
    name: string;
    kind: string;
    warning: string;
    facts: string[][];
    states: string[];
    labels: { id: string; text: string; note: string }[];
  };
  canCorrect: boolean;
}

/** An establishment's record: what is known of it alone, and the small forms that change each part. */
export function EstablishmentCard({ place, canCorrect }: EstablishmentCardProps) {
  const labelled = useLabelled();
  const records = useTexts("records");
  const { actions } = useTexts("common");
  return (
    <article className="sheet p-4">
      <div className="flex flex-wrap items-start justify-between gap-2">
        <div>
          <h3 className="font-semibold">{place.name}</h3>
          <p className="text-s text-muted">{[place.kind, ...place.states].join(" · ")}</p>
          {place.warning ? <p className="text-s font-semibold text-warn">{place.warning}</p> : null}
        </div>
        {canCorrect ? (
          <a href={paths.editEstablishment(place.id)} className="button" aria-label={labelled(actions.edit, place.name)}>
            {actions.edit}
          </a>
        ) : null}
      </div>
      <dl className="mt-3 grid gap-x-4 gap-y-1 sm:grid-cols-[12rem_1fr]">
        {place.facts.map(([label, value]) => (
          <div key={label} className="contents">
            <dt className="text-s text-muted">{label}</dt>
            <dd className="mb-2 sm:mb-0">{value}</dd>
          </div>
        ))}
        <dt className="text-s text-muted">{records.labels.title}</dt>
        <dd>
          {place.labels.length === 0 ? <span className="text-muted">{records.labels.none}</span> : null}
          {place.labels.map((label) => (
            <span key={label.id} className="block">
              {label.text} <span className="text-s text-muted">{label.note}</span>
            </span>
          ))}
        </dd>
      </dl>
      {canCorrect ? (
        <p className="mt-2 flex max-w-none flex-wrap gap-x-6">
          <a href={paths.establishmentLabels(place.id)} className="inline-flex min-h-11 items-center">
            {records.labels.title}
          </a>
          <a href={paths.establishmentStates(place.id)} className="inline-flex min-h-11 items-center">
            {records.states.title}
          </a>
        </p>
      ) : null}
    </article>
  );
}
