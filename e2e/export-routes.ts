import type { Person } from "./fixtures";
import type { RouteCase } from "./routes";

const office: readonly Person[] = ["facilitator", "director"];
const coach: readonly Person[] = ["facilitator"];
const managers: readonly Person[] = ["director", "administrator"];
const none: readonly Person[] = [];

/** Lists and the dashboard as files, and the files that are prepared. */
export const exportRoutes: Record<string, RouteCase> = {
  "_app.coaching.export[.]csv": { path: () => "/coaching/export.csv", may: office },
  "_app.coaching.export[.]xlsx": { path: () => "/coaching/export.xlsx", may: office },
  "_app.dashboard.export[.]csv": { path: () => "/dashboard/export.csv", may: ["facilitator", "director", "coordinator"] },
  "_app.dashboard.export[.]xlsx": { path: () => "/dashboard/export.xlsx", may: ["facilitator", "director", "coordinator"] },
  "_app.dashboard.$rows.export[.]csv": { path: () => "/dashboard/counted/export.csv?set=used", may: office },
  "_app.dashboard.$rows.export[.]xlsx": { path: () => "/dashboard/meet/export.xlsx", may: office },
  "_app.dashboard.goals.export[.]csv": { path: () => "/dashboard/goals/export.csv", may: office },
  "_app.dashboard.goals.export[.]xlsx": { path: () => "/dashboard/goals/export.xlsx", may: office },
  "_app.network.export[.]csv": { path: () => "/network/export.csv", may: ["coordinator"] },
  "_app.network.export[.]xlsx": { path: () => "/network/export.xlsx", may: ["coordinator"] },
  "_app.exports.$exportId._index": { path: () => "/exports/0190a0a0-0000-7000-8000-000000000000", may: none, isRow: true },
  "_app.exports.$exportId.file": { path: () => "/exports/0190a0a0-0000-7000-8000-000000000000/file", may: none, isRow: true },
  "_app.providers.export[.]csv": { path: () => "/providers/export.csv", may: office },
  "_app.providers.export[.]xlsx": { path: () => "/providers/export.xlsx", may: office },
  "_app.plans.export[.]csv": { path: () => "/plans/export.csv", may: office },
  "_app.workshops.export[.]csv": { path: () => "/workshops/export.csv", may: office },
  "_app.workshops.$workshopId.registrations[.]csv": {
    path: (ids) => `/workshops/${ids.workshop}/registrations.csv`,
    may: office,
    isRow: true,
  },
  "_app.resources.export[.]csv": { path: () => "/resources/export.csv", may: office },
  "_app.plans.export[.]xlsx": { path: () => "/plans/export.xlsx", may: office },
  "_app.workshops.export[.]xlsx": { path: () => "/workshops/export.xlsx", may: office },
  "_app.workshops.$workshopId.registrations[.]xlsx": {
    path: (ids) => `/workshops/${ids.workshop}/registrations.xlsx`,
    may: office,
    isRow: true,
  },
  "_app.resources.export[.]xlsx": { path: () => "/resources/export.xlsx", may: office },
  "_app.providers.sit-corrections_.export[.]csv": { path: () => "/providers/sit-corrections/export.csv", may: office },
  "_app.providers.sit-corrections_.export[.]xlsx": { path: () => "/providers/sit-corrections/export.xlsx", may: office },
  "_app.mails.export[.]csv": { path: () => "/mails/export.csv", may: office },
  "_app.mails.export[.]xlsx": { path: () => "/mails/export.xlsx", may: office },
  "_app.resources.usage_.export[.]csv": { path: () => "/resources/usage/export.csv", may: office },
  "_app.resources.usage_.export[.]xlsx": { path: () => "/resources/usage/export.xlsx", may: office },
  "_app.workshops.feedback_.export[.]csv": { path: () => "/workshops/feedback/export.csv", may: office },
  "_app.workshops.feedback_.export[.]xlsx": { path: () => "/workshops/feedback/export.xlsx", may: office },
  "_app.requests.export[.]csv": { path: () => "/requests/export.csv", may: office },
  "_app.requests.export[.]xlsx": { path: () => "/requests/export.xlsx", may: office },
  "_app.resources.watch.export[.]csv": { path: () => "/resources/watch/export.csv", may: office },
  "_app.resources.watch.export[.]xlsx": { path: () => "/resources/watch/export.xlsx", may: office },
  "_app.resources.reports.export[.]csv": { path: () => "/resources/reports/export.csv", may: office },
  "_app.resources.reports.export[.]xlsx": { path: () => "/resources/reports/export.xlsx", may: office },
  "_app.resources.links_.export[.]csv": { path: () => "/resources/links/export.csv", may: office },
  "_app.resources.links_.export[.]xlsx": { path: () => "/resources/links/export.xlsx", may: office },
  "_app.resources.review_.export[.]csv": { path: () => "/resources/review/export.csv", may: office },
  "_app.resources.review_.export[.]xlsx": { path: () => "/resources/review/export.xlsx", may: office },
  "_app.settings.people.export[.]csv": { path: () => "/settings/people/export.csv", may: managers },
  "_app.settings.people.export[.]xlsx": { path: () => "/settings/people/export.xlsx", may: managers },
  "_app.providers.duplicates.export[.]csv": { path: () => "/providers/duplicates/export.csv", may: coach },
  "_app.providers.duplicates.export[.]xlsx": { path: () => "/providers/duplicates/export.xlsx", may: coach },
};
