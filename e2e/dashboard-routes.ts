import type { Person } from "./fixtures";
import type { RouteCase } from "./routes";

const office: readonly Person[] = ["facilitator", "director"];

/** The dashboard's part of the table of access. */
export const dashboardRoutes: Record<string, RouteCase> = {
  "_app.dashboard._index": { path: () => "/dashboard", may: ["facilitator", "director", "coordinator"] },
  "_app.dashboard.actions": { path: () => "/dashboard/actions", may: office },
  "_app.dashboard.counted": { path: () => "/dashboard/counted?set=used", may: office },
  "_app.dashboard.establishments": { path: () => "/dashboard/establishments", may: office },
  "_app.dashboard.mine": { path: () => "/dashboard/mine", may: ["facilitator"] },
  "_app.network._index": { path: () => "/network", may: ["coordinator"] },
  "_app.network.version": { path: () => "/network/version", may: ["coordinator"] },
  "_app.network.declarations.$officeId": {
    path: (ids) => `/network/declarations/${ids.office}`,
    may: ["coordinator"],
    isRow: true,
  },
  "_app.network.publication.$networkId": { path: (ids) => `/network/publication/${ids.office}`, may: [], isPost: true },
  "_app.dashboard.views": { path: () => "/dashboard/views", may: ["facilitator", "director", "coordinator"] },
  "_app.network.views": { path: () => "/network/views", may: ["coordinator"] },
  "_app.dashboard.meet": { path: () => "/dashboard/meet", may: office },
  "_app.dashboard.version": { path: () => "/dashboard/version", may: ["facilitator", "director", "coordinator"] },
  "_app.dashboard.workshops": { path: () => "/dashboard/workshops", may: office },
  "_app.dashboard.providers": { path: () => "/dashboard/providers", may: office },
};
