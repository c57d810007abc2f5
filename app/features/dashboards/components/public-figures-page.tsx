import type { SerializeFrom } from "@remix-run/node";
import type { describePublicFigures } from "~/features/dashboards/describe-public.server";
import { useTexts } from "~/i18n/use-texts";
import { NetworkTotals } from "./network-totals";

/** A network's open figures: totals, territories, months, themes, and their data to take away. */
export function PublicFiguresPage({ page }: { page: SerializeFrom<typeof describePublicFigures> }) {
  const t = useTexts("network");
  return (
    <>
      <h1 className="text-xl md:text-xxl">{t.open.title}</h1>
      <p className="mt-1">{t.open.intro}</p>
      <NetworkTotals totals={page} />
      <section className="mt-10">
        <h2 className="text-l">{t.open.data}</h2>
        <p className="mb-3 text-s text-muted">{t.open.dataHelp}</p>
        <p className="flex flex-wrap gap-3">
          <a href={page.csv} className="button">
            {t.open.csv}
          </a>
          <a href={page.json} className="button">
            {t.open.json}
          </a>
        </p>
      </section>
    </>
  );
}
