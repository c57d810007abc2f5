import type { SerializeFrom } from "@remix-run/node";
import type { ReactNode } from "react";
import type { describeSeries } from "~/features/dashboards/describe-series.server";
import { useTexts } from "~/i18n/use-texts";
import { ColumnChart } from "~/ui/column-chart";
import { LoadChart } from "~/ui/load-chart";
import { ThemeLines } from "~/ui/theme-lines";
import { ChartFrame } from "./chart-frame";

type Told = SerializeFrom<ReturnType<typeof describeSeries>>;

/** Hours of each week held against those granted, the season marked. */
export function WeeksChart({ weeks, as: Heading = "h3" }: { weeks: Told["weeks"]; as?: "h2" | "h3" }) {
  const t = useTexts("series").weeks;
  if (weeks.columns.length === 0) return null;
  const names = {
    value: t.used,
    over: t.over,
    whole: weeks.isGranted ? t.granted : undefined,
    band: weeks.hasSeason ? t.band : undefined,
  };
  return (
    <div className="mt-5 print:mt-0">
      <Heading className="mb-1 text-m">{t.title}</Heading>
      {weeks.season ? <p className="mb-2 text-s text-muted">{weeks.season}</p> : null}
      <ChartFrame title={t.title} table={{ head: weeks.head, rows: weeks.table }}>
        <LoadChart title={t.title} names={names} columns={weeks.columns} />
      </ChartFrame>
    </div>
  );
}

/** Actions done by month, those proposed beside. */
export function PlansChart({ plans }: { plans: Told["plans"] }) {
  const t = useTexts("series").plans;
  if (plans.columns.length === 0) return null;
  return (
    <div className="mt-5 print:mt-0">
      <h3 className="mb-2 text-m">{t.title}</h3>
      <ChartFrame title={t.title} table={{ head: plans.head, rows: plans.table }}>
        <ColumnChart title={t.title} names={plans.names} columns={plans.columns} id="plans" />
      </ChartFrame>
    </div>
  );
}

/** Sessions by theme, month after month. */
export function ThemesChart({ themes }: { themes: Told["themes"] }): ReactNode {
  const t = useTexts("series");
  if (themes.rows.length === 0) return null;
  return (
    <div className="mt-8 print:mt-0">
      <h3 className="mb-1 text-m">{t.themes}</h3>
      <p className="mb-2 text-s text-muted">{t.themesHelp}</p>
      <ChartFrame title={t.themes} table={{ head: themes.head, rows: themes.table }}>
        <ThemeLines title={t.themes} ticks={themes.ticks} rows={themes.rows} />
      </ChartFrame>
    </div>
  );
}
