import type { Person } from "./fixtures";
import type { RouteCase } from "./routes";

const office: readonly Person[] = ["facilitator", "director"];
const none: readonly Person[] = [];

/** The part of goals and reports of the table of access. */
export const reportRoutes: Record<string, RouteCase> = {
  "_app.dashboard.goals._index": { path: () => "/dashboard/goals", may: office },
  "_app.dashboard.goals.new": { path: () => "/dashboard/goals/new", may: ["director"] },
  "_app.dashboard.goals.$goalId._index": { path: (ids) => `/dashboard/goals/${ids.goal}`, may: office, isRow: true },
  "_app.dashboard.goals.$goalId_.edit": { path: (ids) => `/dashboard/goals/${ids.goal}/edit`, may: ["director"], isRow: true },
  "_app.dashboard.goals.$goalId.restoration": {
    path: (ids) => `/dashboard/goals/${ids.goal}/restoration`,
    may: none,
    isPost: true,
  },
  "_app.reports.agreements._index": { path: () => "/reports/agreements", may: office },
  "_app.reports.agreements.$funderId._index": { path: (ids) => `/reports/agreements/${ids.funder}`, may: office, isRow: true },
  "_app.reports.agreements.$funderId.documents.$format": {
    path: (ids) => `/reports/agreements/${ids.funder}/documents/csv`,
    may: office,
    isRow: true,
  },
  "_app.reports._index": { path: () => "/reports", may: office },
  "_app.reports.schedules": { path: () => "/reports/schedules", may: ["director"] },
  "_app.reports.evidence._index": { path: () => "/reports/evidence", may: office },
  "_app.reports.evidence[.]zip": { path: () => "/reports/evidence.zip?criterion=opinion", may: office },
  "_app.reports.communes._index": { path: () => "/reports/communes", may: office },
  "_app.reports.communes.$inseeCode[.]pdf": { path: () => "/reports/communes/00000.pdf", may: none, isRow: true },
  "_app.reports.communes[.]zip": { path: () => "/reports/communes.zip", may: office },
  "_app.reports.$reportId._index": { path: (ids) => `/reports/${ids.activityReport}`, may: office, isRow: true },
  "_app.reports.$reportId.documents.$format": {
    path: (ids) => `/reports/${ids.activityReport}/documents/xlsx`,
    may: office,
    isRow: true,
  },
  "_app.reports.$reportId.restoration": {
    path: (ids) => `/reports/${ids.activityReport}/restoration`,
    may: none,
    isPost: true,
  },
};
