import { Link } from "@remix-run/react";
import { useTexts } from "~/i18n/use-texts";
import { paths } from "~/paths";
import type { DescribedWebhook } from "../describe.server";

/** The webhooks of an organisation, each a link to its deliveries. */
export function WebhookList({ webhooks }: { webhooks: readonly DescribedWebhook[] }) {
  const t = useTexts("webhooks");
  if (webhooks.length === 0) return <p className="mb-6 text-muted">{t.none}</p>;
  return (
    <section aria-labelledby="webhooks" className="mb-8">
      <h2 id="webhooks" className="text-l">
        {t.list}
      </h2>
      <ul className="grid">
        {webhooks.map((one) => (
          <li key={one.id} className="border-b border-rule py-3">
            <Link to={paths.webhook(one.id)} className="inline-flex min-h-11 items-center font-semibold">
              {one.name}
            </Link>
            <p className="break-words font-mono text-s">{one.url}</p>
            <p className="text-s">{one.events}</p>
            <p className={one.isFailing ? "text-s font-semibold text-error" : "text-s text-muted"}>{one.state}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}
