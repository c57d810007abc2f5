import type { Person } from "./fixtures";
import type { RouteCase } from "./routes";

const managers: readonly Person[] = ["director", "administrator"];

/** Lists of words, programs and the tree of organisations: what a director or an administrator sets. */
export const settingsRoutes: Record<string, RouteCase> = {
  "_app.settings.api": { path: (ids) => `/settings/api?office=${ids.office}`, may: managers, isRow: true },
  "_app.settings.webhooks._index": { path: (ids) => `/settings/webhooks?office=${ids.office}`, may: managers, isRow: true },
  "_app.settings.webhooks.$webhookId": {
    path: (ids) => `/settings/webhooks/${ids.webhook}`,
    may: managers,
    isRow: true,
  },
  "_app.settings.office.lists": { path: (ids) => `/settings/office/lists?office=${ids.office}`, may: managers, isRow: true },
  "_app.settings.organisations": { path: () => "/settings/organisations", may: ["administrator"] },
  "_app.settings.office.communes": {
    path: (ids) => `/settings/office/communes?office=${ids.office}`,
    may: managers,
    isRow: true,
  },
  "_app.settings.office.outlines": {
    path: (ids) => `/settings/office/outlines?office=${ids.office}`,
    may: managers,
    isRow: true,
  },
};
