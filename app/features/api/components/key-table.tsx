import { Form } from "@remix-run/react";
import { useTexts } from "~/i18n/use-texts";
import type { DescribedKey } from "../describe-keys.server";

/** The keys of an organisation, each revoked in place. */
export function KeyTable({ keys }: { keys: readonly DescribedKey[] }) {
  const t = useTexts("api").keys;
  if (keys.length === 0) return <p className="mb-6 text-muted">{t.none}</p>;
  return (
    <section aria-labelledby="keys" className="mb-8">
      <h2 id="keys" className="text-l">
        {t.title}
      </h2>
      <ul className="grid">
        {keys.map((key) => (
          <li key={key.id} className="flex flex-wrap items-start justify-between gap-x-4 gap-y-2 border-b border-rule py-3">
            <div className="min-w-0 grow">
              <p className="font-semibold">
                {key.name} <span className="font-mono font-normal text-muted">{key.tail}</span>
              </p>
              <p className="text-s">
                {t.scopes} : {key.scopes}
              </p>
              <p className="text-s text-muted">
                {key.state} · {t.used} : {key.used}
              </p>
            </div>
            {key.isLiving ? (
              <Form method="post">
                <input type="hidden" name="id" value={key.id} />
                <button
                  type="submit"
                  name="intent"
                  value="revoke"
                  className="button"
                  aria-label={t.revokeOf.replace("{{name}}", key.name)}
                >
                  {t.revoke}
                </button>
              </Form>
            ) : null}
          </li>
        ))}
      </ul>
    </section>
  );
}
