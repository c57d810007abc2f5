import type { Person } from "./fixtures";
import type { RouteCase } from "./routes";

const coach: readonly Person[] = ["facilitator"];
const office: readonly Person[] = ["facilitator", "director"];
const desk: readonly Person[] = ["facilitator", "director", "colleague"];
const host: readonly Person[] = ["provider"];
const none: readonly Person[] = [];

/** The routes of plans, own data and news. */
export const planRoutes: Record<string, RouteCase> = {
  "_app.mails._index": { path: () => "/mails", may: office },
  "_app.mails.$mailId.resending": {
    path: () => "/mails/0190a0a0-0000-7000-8000-000000000000/resending",
    may: none,
    isPost: true,
  },
  "_my.my.help": { path: () => "/my/help", may: host },
  "_app.requests.messages.$messageId": {
    path: () => "/requests/messages/0190a0a0-0000-7000-8000-000000000000",
    may: none,
    isRow: true,
  },
  "_app.providers.hand-over._index": { path: () => "/providers/hand-over", may: office },
  "_app.providers.hand-over.$handoverId.undoing": {
    path: () => "/providers/hand-over/0190a0a0-0000-7000-8000-000000000000/undoing",
    may: none,
    isPost: true,
  },
  "_app.news": { path: () => "/news", may: desk },
  "_my.my.news": { path: () => "/my/news", may: host },
  "_my.my.messages": { path: () => "/my/messages", may: host },
  "_my.my.seen": { path: () => "/my/seen", may: none, isPost: true, isOwn: true },
  "_my.my.steps.$actionId": { path: (ids) => `/my/steps/${ids.action}`, may: none, isPost: true },
  "_my.my.steps.$actionId_.files": { path: (ids) => `/my/steps/${ids.action}/files`, may: none, isPost: true },
  "_app.plans.start": { path: (ids) => `/plans/start?provider=${ids.provider}`, may: coach, isRow: true },
  "_app.plans._index": { path: () => "/plans", may: office },
  "_app.actions.$actionId.comments": { path: (ids) => `/actions/${ids.action}/comments`, may: none, isPost: true },
  "_app.actions.$actionId.links": { path: (ids) => `/actions/${ids.action}/links`, may: none, isPost: true },
  "_app.actions.$actionId.files": { path: (ids) => `/actions/${ids.action}/files`, may: none, isPost: true },
  "_app.providers.$providerId_.plan.publication": {
    path: (ids) => `/providers/${ids.provider}/plan/publication`,
    may: none,
    isPost: true,
  },
  "_app.providers.$providerId_.plan.changes": {
    path: (ids) => `/providers/${ids.provider}/plan/changes`,
    may: none,
    isPost: true,
  },
  "_app.providers.$providerId_.plan[.]pdf": {
    path: (ids) => `/providers/${ids.provider}/plan.pdf`,
    may: [...office, ...host],
    isRow: true,
  },
  "_my.my.plan[.]pdf": { path: () => "/my/plan.pdf", may: host },
  "_app.requests._index": { path: () => "/requests", may: office },
  "_app.requests.proposals.$proposalId": {
    path: () => "/requests/proposals/0190a0a0-0000-7000-8000-000000000000",
    may: none,
    isPost: true,
  },
  "_app.requests.data.$requestId": { path: () => "/requests/data/0190a0a0-0000-7000-8000-000000000000", may: none, isPost: true },
  "_app.requests.data.$requestId_.export[.]json": {
    path: (ids) => `/requests/data/${ids.dataRequest}/export.json`,
    may: coach,
    isRow: true,
  },
  "_app.requests.data.$requestId_.review": {
    path: (ids) => `/requests/data/${ids.dataRequest}/review`,
    may: coach,
    isRow: true,
  },
  "_app.settings.privacy": { path: () => "/settings/privacy", may: office },
  "_my.my.corrections": { path: () => "/my/corrections", may: none, isPost: true, isOwn: true },
  "_my.my.data": { path: () => "/my/data", may: host },
  "_my.my.data_.reading": { path: () => "/my/data/reading", may: host },
  "_my.my.data[.]json": { path: () => "/my/data.json", may: host },
};
