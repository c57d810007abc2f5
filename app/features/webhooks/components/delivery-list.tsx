import { useTexts } from "~/i18n/use-texts";
import type { DescribedDelivery } from "../describe.server";

/** What was sent lately, and what came of it. */
export function DeliveryList({ deliveries }: { deliveries: readonly DescribedDelivery[] }) {
  const t = useTexts("webhooks").deliveries;
  return (
    <section aria-labelledby="deliveries">
      <h2 id="deliveries" className="text-l">
        {t.title}
      </h2>
      {deliveries.length === 0 ? <p className="text-muted">{t.none}</p> : null}
      <ol className="grid">
        {deliveries.map((one) => (
          <li key={one.id} className="grid gap-x-4 border-b border-rule py-2 sm:grid-cols-[1fr_1fr_auto]">
            <span className="font-semibold">{one.event}</span>
            <span className={one.isFailed ? "font-semibold text-error" : ""}>{one.outcome}</span>
            <span className="text-s text-muted">{one.at}</span>
          </li>
        ))}
      </ol>
    </section>
  );
}
