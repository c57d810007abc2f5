import type { SerializeFrom } from "@remix-run/node";
import type { describeDashboard } from "~/features/dashboards/describe.server";
import { useTexts } from "~/i18n/use-texts";
import { CommuneMap } from "~/ui/commune-map";
import { ChartFrame } from "./chart-frame";
import { CoverageTable } from "./coverage-table";
import { FigureHelp } from "./figure-list";

/** Part of the providers supported, by kind and by commune, and whom to meet next. */
export function CoverageSection({ coverage }: { coverage: SerializeFrom<ReturnType<typeof describeDashboard>["coverage"]> }) {
  const t = useTexts("dashboard");
  const { byKind, byCommune, moreCommunes, moreCommunesText, note, never, help, drawn } = coverage;
  return (
    <section id="coverage" className="dashboard-block scroll-mt-4">
      <h2 className="mb-2 text-l">{t.blocks.coverage}</h2>
      {never.text ? (
        <p className="mb-4">
          {never.text}{" "}
          {never.to ? (
            <a href={never.to} className="underline print:hidden">
              {t.neverLink}
            </a>
          ) : null}
        </p>
      ) : null}
      {note ? <p className="mb-4 text-s text-muted">{note}</p> : null}
      <div className={drawn ? "print:grid print:grid-cols-[3fr_1fr] print:gap-x-8" : undefined}>
        {drawn ? (
          <div className="mb-8 print:order-last print:mb-0">
            <ChartFrame title={t.map}>
              <CommuneMap title={t.map} {...drawn} />
            </ChartFrame>
          </div>
        ) : null}
        <div className="grid gap-x-12 gap-y-8 lg:grid-cols-2 print:grid-cols-2">
          <CoverageTable title={t.byProviderKind} head={t.columns.kind} rows={byKind} />
          <div>
            <CoverageTable title={t.byCommune} head={t.columns.commune} rows={byCommune} />
            {moreCommunes.length > 0 ? (
              <details className="mt-2 text-s print:hidden">
                <summary className="min-h-6 w-fit text-primary underline">{moreCommunesText}</summary>
                <CoverageTable title={t.byCommune} head={t.columns.commune} rows={moreCommunes} isFollowing />
              </details>
            ) : null}
          </div>
        </div>
      </div>
      <FigureHelp help={help} />
    </section>
  );
}
