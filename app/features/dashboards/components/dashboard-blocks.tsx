import type { SerializeFrom } from "@remix-run/node";
import type { describeDashboard } from "~/features/dashboards/describe.server";
import type { GoalLine } from "~/features/dashboards/describe-goals.server";
import type { describeToMeet } from "~/features/dashboards/describe-to-meet.server";
import { useTexts } from "~/i18n/use-texts";
import type { Query } from "~/paths";
import { BlockLinks } from "./block-links";
import { CoverageSection } from "./coverage-section";
import { FigureList } from "./figure-list";
import { GoalsSection } from "./goals-section";
import { HoursSection } from "./hours-section";
import { MeetSection } from "./meet-section";
import { MonthSection } from "./month-section";
import { OfficeTable } from "./office-table";
import { QuoteList } from "./quote-list";
import { PlansChart, ThemesChart, WeeksChart } from "./series-section";
import { TopicChart } from "./topic-chart";

type Told = SerializeFrom<ReturnType<typeof describeDashboard>> & {
  meet?: SerializeFrom<typeof describeToMeet>;
  goals?: readonly GoalLine[];
};

const anchors = ["reach", "sessions", "hours", "plans", "workshops", "topics", "coverage", "presence"] as const;

/** A block of nothing is not on the page. */
function isShown(id: (typeof anchors)[number], { isEmpty, presence }: Told): boolean {
  return id === "topics" ? !isEmpty : id !== "presence" || presence.figures.length > 0;
}

/** The dashboard's blocks in the order of reading: goals, reach, sessions, hours, plans, workshops, themes, coverage, whom to meet. */
export function DashboardBlocks({ page, query }: { page: Told; query: Query }) {
  const t = useTexts("dashboard");
  return (
    <>
      <BlockLinks blocks={anchors.filter((id) => isShown(id, page)).map((id) => ({ id, title: t.blocks[id] }))} />
      <div className="blocks grid gap-10">
        <GoalsSection goals={page.goals ?? []} />
        <FigureList id="reach" title={t.blocks.reach} {...page.reach} />
        <div className="beside contents print:grid print:grid-cols-2 print:gap-x-10">
          <FigureList id="sessions" title={t.blocks.sessions} {...page.sessions} />
          {page.isEmpty ? null : <MonthSection months={page.months} />}
        </div>
        <HoursSection hours={page.hours}>
          <WeeksChart weeks={page.series.weeks} />
        </HoursSection>
        <div className="contents print:grid print:grid-cols-[1fr_5fr] print:gap-x-10 print:*:only:col-span-2">
          <FigureList id="cost" title={t.blocks.cost} {...page.cost} />
          <FigureList id="plans" isBeside title={t.blocks.plans} {...page.plans}>
            <PlansChart plans={page.series.plans} />
          </FigureList>
        </div>
        <FigureList id="workshops" title={t.blocks.workshops} {...page.workshops}>
          <QuoteList quotes={page.quotes} />
        </FigureList>
        {page.isEmpty ? null : <TopicsSection page={page} />}
        <CoverageSection coverage={page.coverage} />
        {page.meet ? <MeetSection meet={page.meet} /> : null}
        <FigureList id="presence" isOnScreen title={t.blocks.presence} {...page.presence} />
        <OfficeTable offices={page.offices} query={query} />
      </div>
    </>
  );
}

/** What was spoken of and how: themes, channels, one-to-ones and groups, then themes month after month. */
function TopicsSection({ page: { topics, series } }: { page: Told }) {
  const t = useTexts("dashboard");
  return (
    <section id="topics" className="dashboard-block scroll-mt-4">
      <h2 className="mb-3 text-l">{t.blocks.topics}</h2>
      <div className="print:grid print:grid-cols-3 print:gap-x-8">
        <div className="grid gap-8 lg:grid-cols-2 print:col-span-2 print:grid-cols-2">
          <TopicChart title={t.byTheme} head={t.columns.theme} rows={topics.themes} />
          <div className="grid content-start gap-8">
            <TopicChart title={t.byChannel} head={t.columns.channel} rows={topics.channels} />
            <TopicChart title={t.byKind} head={t.columns.kind} rows={topics.kinds} />
          </div>
        </div>
        <ThemesChart themes={series.themes} />
      </div>
    </section>
  );
}
