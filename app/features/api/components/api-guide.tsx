import { useTexts } from "~/i18n/use-texts";

interface ApiGuideProps {
  endpoints: readonly { path: string; about: string; scope: string }[];
  description: string;
}

/** What the API answers, for whoever writes the program: the table that the router reads. */
export function ApiGuide({ endpoints, description }: ApiGuideProps) {
  const t = useTexts("api").guide;
  return (
    <section aria-labelledby="api-guide" className="mt-10">
      <h2 id="api-guide" className="mb-2 text-l">
        {t.title}
      </h2>
      <p className="mb-3 max-w-prose">{t.how}</p>
      <p className="mb-3">
        <a href={description} className="inline-flex min-h-11 items-center">
          {t.description}
        </a>
      </p>
      <dl className="grid">
        {endpoints.map((one) => (
          <div key={one.path} className="grid gap-x-4 border-b border-rule py-2 sm:grid-cols-[minmax(0,18rem)_1fr_auto]">
            <dt className="font-mono text-s break-words">{one.path}</dt>
            <dd>{one.about}</dd>
            <dd className="text-s text-muted">{one.scope}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
