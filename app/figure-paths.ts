import { type Query, withQuery } from "./lib/query";

/** The addresses of figures: dashboards, goals, reports and their files; spread in `paths`. */
export const figurePaths = {
  dashboard: (query: Query = {}) => withQuery("/dashboard", query),
  dashboardVersion: (query: Query = {}) => withQuery("/dashboard/version", query),
  dashboardProviders: (query: Query = {}) => withQuery("/dashboard/providers", query),
  dashboardActions: (query: Query = {}) => withQuery("/dashboard/actions", query),
  dashboardWorkshops: (query: Query = {}) => withQuery("/dashboard/workshops", query),
  dashboardCounted: (query: Query = {}) => withQuery("/dashboard/counted", query),
  dashboardEstablishments: (query: Query = {}) => withQuery("/dashboard/establishments", query),
  dashboardMine: (query: Query = {}) => withQuery("/dashboard/mine", query),
  dashboardMeet: (query: Query = {}) => withQuery("/dashboard/meet", query),
  /** The rows of one of the pages behind a figure, or the goals, as a file. */
  dashboardRowsExport: (list: string, format: "csv" | "xlsx", query: Query = {}) =>
    withQuery(`/dashboard/${list}/export.${format}`, query),
  network: (query: Query = {}) => withQuery("/network", query),
  networkExport: (format: "csv" | "xlsx", query: Query = {}) => withQuery(`/network/export.${format}`, query),
  networkViews: (query: Query = {}) => withQuery("/network/views", query),
  networkVersion: (query: Query = {}) => withQuery("/network/version", query),
  networkDeclaration: (officeId: string, query: Query = {}) => withQuery(`/network/declarations/${officeId}`, query),
  networkPublication: (networkId: string) => `/network/publication/${networkId}`,
  publicFigures: (slug: string, query: Query = {}) => withQuery(`/figures/${slug}`, query),
  publicFiguresFile: (slug: string, format: "csv" | "json", query: Query = {}) =>
    withQuery(`/figures/${slug}/data.${format}`, query),
  dashboardViews: (query: Query = {}) => withQuery("/dashboard/views", query),
  sharedDashboard: (token: string) => `/d/${token}`,
  goals: () => "/dashboard/goals",
  newGoal: () => "/dashboard/goals/new",
  goal: (goalId: string) => `/dashboard/goals/${goalId}`,
  editGoal: (goalId: string) => `/dashboard/goals/${goalId}/edit`,
  goalRestoration: (goalId: string) => `/dashboard/goals/${goalId}/restoration`,
  activityReports: (query: Query = {}) => withQuery("/reports", query),
  activityReport: (reportId: string, query: Query = {}) => withQuery(`/reports/${reportId}`, query),
  reportDocument: (reportId: string, format: "pdf" | "slides" | "docx" | "xlsx", query: Query = {}) =>
    withQuery(`/reports/${reportId}/documents/${format}`, query),
  reportPage: (page: string, query: Query = {}) => withQuery(`/reports/${page}`, query),
  agreements: () => "/reports/agreements",
  agreement: (funderId: string) => `/reports/agreements/${funderId}`,
  agreementDocument: (funderId: string, format: "pdf" | "csv" | "xlsx") => `/reports/agreements/${funderId}/documents/${format}`,
  activityReportRestoration: (reportId: string) => `/reports/${reportId}/restoration`,
  dashboardExport: (format: "csv" | "xlsx", query: Query = {}) => withQuery(`/dashboard/export.${format}`, query),
};
