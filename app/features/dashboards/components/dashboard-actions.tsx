import { useTexts } from "~/i18n/use-texts";
import { paths, type Query } from "~/paths";

interface DashboardActionsProps {
  permissions: { mine: boolean; goals: boolean; views: boolean };
  /** The filters in force, for what is kept, shared or exported of them. */
  query: Query;
}

/** What one may do from the dashboard: one's own page, goals, views and links, files. */
export function DashboardActions({ permissions, query }: DashboardActionsProps) {
  const t = useTexts("dashboard");
  const links: [boolean, string, string][] = [
    [permissions.mine, paths.dashboardMine(), t.mine],
    [permissions.goals, paths.goals(), t.goals],
    [permissions.views, paths.dashboardViews({ ...query }), t.views],
    [true, paths.dashboardExport("xlsx", query), `${t.export.label} ${t.export.xlsx}`],
    [true, paths.dashboardExport("csv", query), t.export.csv],
  ];
  return links
    .filter(([isShown]) => isShown)
    .map(([, to, label]) => (
      <a key={to} href={to} className="button print:hidden">
        {label}
      </a>
    ));
}
