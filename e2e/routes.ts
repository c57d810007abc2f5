import { agendaRoutes } from "./agenda-routes";
import { dashboardRoutes } from "./dashboard-routes";
import { exportRoutes } from "./export-routes";
import type { Person } from "./fixtures";
import type { Ids } from "./known-ids";
import { planRoutes } from "./plan-routes";
import { reportRoutes } from "./report-routes";
import { openResourceRoutes, resourceRoutes } from "./resource-routes";
import { settingsRoutes } from "./settings-routes";

export interface RouteCase {
  path: (ids: Ids) => string;
  /** Who gets the page (200); everyone else gets 403, 404 or the sign-in page. */
  may: readonly Person[];
  /** It names a row: another office's people get 404, whatever their role. */
  isRow?: true;
  /** Answers posts alone, or leads elsewhere: asked by a stranger's post. */
  isPost?: true;
  /** Acts on whoever asks alone: a post harms nobody else. */
  isOwn?: true;
}

const coach: readonly Person[] = ["facilitator"];
const office: readonly Person[] = ["facilitator", "director"];
const desk: readonly Person[] = ["facilitator", "director", "colleague"];
const staff: readonly Person[] = ["facilitator", "director", "colleague", "coordinator", "administrator"];
const host: readonly Person[] = ["provider"];
const managers: readonly Person[] = ["director", "administrator"];
const all: readonly Person[] = [...staff, ...host];
const none: readonly Person[] = [];

/** Every signed-in route of the app, by its folder; the test fails on a route that is missing here. */
export const routes: Record<string, RouteCase> = {
  ...planRoutes,
  ...exportRoutes,
  ...resourceRoutes,
  ...reportRoutes,
  ...settingsRoutes,
  ...agendaRoutes,
  ...dashboardRoutes,
  "_app.today": { path: () => "/today", may: desk },
  "_app.coaching._index": { path: () => "/coaching", may: all },
  "_app.coaching.new": { path: () => "/coaching/new", may: coach },
  "_app.coaching.quick": { path: () => "/coaching/quick", may: coach },
  "_app.coaching.other-work.new": { path: () => "/coaching/other-work/new", may: coach },
  "_app.coaching.other-work.$sessionId.edit": {
    path: (ids) => `/coaching/other-work/${ids.session}/edit`,
    may: none,
    isRow: true,
  },
  "_app.coaching.people": { path: (ids) => `/coaching/people?q=pins&office=${ids.office}`, may: coach, isRow: true },
  "_app.coaching.drafts": { path: () => "/coaching/drafts", may: none, isPost: true },
  "_app.coaching.$sessionId._index": { path: (ids) => `/coaching/${ids.session}`, may: office, isRow: true },
  "_app.coaching.shared.$sessionId": { path: (ids) => `/coaching/shared/${ids.shared}`, may: office, isRow: true },
  "_app.coaching.$sessionId_.edit": { path: (ids) => `/coaching/${ids.session}/edit`, may: coach, isRow: true },
  "_app.coaching.$sessionId.summary": { path: (ids) => `/coaching/${ids.session}/summary`, may: coach, isRow: true },
  "_app.coaching.$sessionId.files": { path: (ids) => `/coaching/${ids.session}/files`, may: none, isPost: true },
  "_app.coaching.$sessionId.deletion": { path: (ids) => `/coaching/${ids.session}/deletion`, may: none, isPost: true },
  "_app.coaching.$sessionId.restoration": { path: (ids) => `/coaching/${ids.session}/restoration`, may: none, isPost: true },
  "_app.files.$fileId": { path: () => "/files/0190a0a0-0000-7000-8000-000000000000", may: none, isRow: true },
  "_app.providers._index": { path: () => "/providers", may: all },
  "_app.providers.communes": { path: () => "/providers/communes", may: all },
  "_app.providers.tour": { path: () => "/providers/tour", may: all },
  "_app.providers.new": { path: () => "/providers/new", may: office },
  "_app.providers.search": { path: () => "/providers/search?q=pins", may: all },
  "_app.providers.duplicates._index": { path: () => "/providers/duplicates", may: coach },
  "_app.providers.duplicates.$keptId.$otherId": {
    path: (ids) => `/providers/duplicates/${ids.provider}/${ids.other}`,
    may: coach,
    isRow: true,
  },
  "_app.providers.similar": { path: (ids) => `/providers/similar?name=pins&office=${ids.office}`, may: office, isRow: true },
  "_app.providers.sit-corrections": { path: () => "/providers/sit-corrections", may: office },
  "_app.providers.import._index": { path: () => "/providers/import", may: office },
  "_app.providers.import.$importId": {
    path: () => "/providers/import/0190a0a0-0000-7000-8000-000000000000",
    may: none,
    isRow: true,
  },
  "_app.providers.import.$importId_.columns": {
    path: () => "/providers/import/0190a0a0-0000-7000-8000-000000000000/columns",
    may: none,
    isRow: true,
  },
  "_app.providers.import.$importId_.rows": {
    path: () => "/providers/import/0190a0a0-0000-7000-8000-000000000000/rows",
    may: none,
    isRow: true,
  },
  "_app.providers.$providerId._index": { path: (ids) => `/providers/${ids.provider}`, may: office, isRow: true },
  "_app.providers.$providerId.details": { path: (ids) => `/providers/${ids.provider}/details`, may: office, isRow: true },
  "_app.providers.$providerId.plan": { path: (ids) => `/providers/${ids.provider}/plan`, may: office, isRow: true },
  "_app.providers.$providerId.presence": { path: (ids) => `/providers/${ids.provider}/presence`, may: office, isRow: true },
  "_app.providers.$providerId.sessions": { path: (ids) => `/providers/${ids.provider}/sessions`, may: office, isRow: true },
  "_app.providers.$providerId_.plan.new": { path: (ids) => `/providers/${ids.provider}/plan/new`, may: coach, isRow: true },
  "_app.providers.$providerId_.plan.answer": { path: (ids) => `/providers/${ids.provider}/plan/answer`, may: desk, isRow: true },
  "_app.providers.$providerId_.page-links": { path: (ids) => `/providers/${ids.provider}/page-links`, may: none, isPost: true },
  "_app.actions.$actionId._index": { path: (ids) => `/actions/${ids.action}`, may: coach, isRow: true },
  "_app.actions.$actionId.deletion": { path: (ids) => `/actions/${ids.action}/deletion`, may: none, isPost: true },
  "_app.actions.$actionId.position": { path: (ids) => `/actions/${ids.action}/position`, may: none, isPost: true },
  "_app.communes.search": { path: () => "/communes/search?q=soulac", may: all },
  "_app.contacts.$contactId.edit": { path: (ids) => `/contacts/${ids.contact}/edit`, may: office, isRow: true },
  "_app.contacts.$contactId.restoration": { path: (ids) => `/contacts/${ids.contact}/restoration`, may: none, isPost: true },
  "_app.channels.$channelId.edit": { path: () => "/channels/0190a0a0-0000-7000-8000-000000000000/edit", may: none, isRow: true },
  "_app.establishments.$establishmentId.edit": {
    path: (ids) => `/establishments/${ids.establishment}/edit`,
    may: office,
    isRow: true,
  },
  "_app.establishments.$establishmentId.channels.new": {
    path: (ids) => `/establishments/${ids.establishment}/channels/new`,
    may: office,
    isRow: true,
  },
  "_app.establishments.$establishmentId.labels": {
    path: (ids) => `/establishments/${ids.establishment}/labels`,
    may: office,
    isRow: true,
  },
  "_app.establishments.$establishmentId.states": {
    path: (ids) => `/establishments/${ids.establishment}/states`,
    may: office,
    isRow: true,
  },
  "_app.providers.$providerId_.contacts.new": {
    path: (ids) => `/providers/${ids.provider}/contacts/new`,
    may: office,
    isRow: true,
  },
  "_app.providers.$providerId_.edit": { path: (ids) => `/providers/${ids.provider}/edit`, may: office, isRow: true },
  "_app.providers.$providerId_.establishments.new": {
    path: (ids) => `/providers/${ids.provider}/establishments/new`,
    may: office,
    isRow: true,
  },
  "_app.providers.$providerId_.partnerships": {
    path: (ids) => `/providers/${ids.provider}/partnerships`,
    may: office,
    isRow: true,
  },
  "_app.providers.$providerId_.deletion": { path: (ids) => `/providers/${ids.provider}/deletion`, may: none, isPost: true },
  "_app.providers.$providerId_.restoration": { path: (ids) => `/providers/${ids.provider}/restoration`, may: none, isPost: true },
  "_app.settings.office._index": { path: (ids) => `/settings/office?office=${ids.office}`, may: managers, isRow: true },
  "_app.action-plans.$planId.news": { path: (ids) => `/action-plans/${ids.plan}/news`, may: none, isPost: true },
  "_app.messages.$messageId.handling": {
    path: () => "/messages/0190a0a0-0000-7000-8000-000000000000/handling",
    may: none,
    isPost: true,
  },
  "_app.page-links.$pageLinkId.revocation": {
    path: () => "/page-links/0190a0a0-0000-7000-8000-000000000000/revocation",
    may: none,
    isPost: true,
  },
  "_app.workshops._index": { path: () => "/workshops", may: ["facilitator", "director", "colleague", "coordinator"] },
  "_app.workshops.new": { path: () => "/workshops/new", may: ["facilitator", "coordinator"] },
  "_app.workshops.$workshopId._index": {
    path: (ids) => `/workshops/${ids.workshop}`,
    may: ["facilitator", "director", "colleague", "coordinator"],
    isRow: true,
  },
  "_app.workshops.$workshopId_.edit": { path: (ids) => `/workshops/${ids.workshop}/edit`, may: coach, isRow: true },
  "_app.workshops.$workshopId.state": { path: (ids) => `/workshops/${ids.workshop}/state`, may: none, isPost: true },
  "_app.workshops.$workshopId.registrations": {
    path: (ids) => `/workshops/${ids.workshop}/registrations`,
    may: desk,
    isRow: true,
  },
  "_app.workshops.$workshopId.attendance": { path: (ids) => `/workshops/${ids.workshop}/attendance`, may: coach, isRow: true },
  "_app.workshops.$workshopId.invitations": { path: (ids) => `/workshops/${ids.workshop}/invitations`, may: coach, isRow: true },
  "_app.workshops.$workshopId.files": { path: (ids) => `/workshops/${ids.workshop}/files`, may: none, isPost: true },
  "signing.$workshopId.$registrationId": {
    path: (ids) => `/signing/${ids.workshop}/0190a0a0-0000-7000-8000-000000000000`,
    may: none,
    isRow: true,
  },
  "_app.workshops.office": { path: () => "/workshops/office", may: office },
  "_app.workshops.season": { path: () => "/workshops/season", may: ["facilitator", "coordinator"] },
  "_app.workshops.$workshopId.copy": { path: (ids) => `/workshops/${ids.workshop}/copy`, may: none, isPost: true },
  "_app.workshops.feedback": { path: () => "/workshops/feedback", may: ["facilitator", "director", "coordinator"] },
  "_app.workshops.$workshopId.certificates": {
    path: (ids) => `/workshops/${ids.workshop}/certificates`,
    may: none,
    isPost: true,
  },
  "_app.workshops.$workshopId.certificates[.]pdf": {
    path: (ids) => `/workshops/${ids.workshop}/certificates.pdf`,
    may: none,
    isRow: true,
  },
  "_app.workshops.$workshopId.sheet[.]pdf": { path: (ids) => `/workshops/${ids.workshop}/sheet.pdf`, may: desk, isRow: true },
  "_my.my.workshops._index": { path: () => "/my/workshops", may: host },
  "_my.my.workshops.$workshopId": { path: (ids) => `/my/workshops/${ids.workshop}`, may: host, isRow: true },
  "_app.settings._index": { path: () => "/settings", may: all },
  "_app.settings.people._index": { path: () => "/settings/people", may: managers },
  "_app.settings.people.new": { path: () => "/settings/people/new", may: managers },
  "_app.settings.people.$userId._index": { path: (ids) => `/settings/people/${ids.user}`, may: managers, isRow: true },
  "_app.settings.people.$userId.absences": { path: (ids) => `/settings/people/${ids.user}/absences`, may: none, isPost: true },
  "_app.settings.people.$userId.suspension": {
    path: (ids) => `/settings/people/${ids.user}/suspension`,
    may: none,
    isPost: true,
  },
  "_app.settings.memberships.$membershipId._index": {
    path: (ids) => `/settings/memberships/${ids.membership}`,
    may: managers,
    isRow: true,
  },
  "_app.settings.memberships.$membershipId.end": {
    path: (ids) => `/settings/memberships/${ids.membership}/end`,
    may: none,
    isPost: true,
  },
  "_app.settings.invitations.$invitationId": {
    path: () => "/settings/invitations/0190a0a0-0000-7000-8000-000000000000",
    may: none,
    isPost: true,
  },
  "_my.my._index": { path: () => "/my", may: host },
  "_my.my.establishment": { path: () => "/my/establishment", may: host },
  "_my.my.answers": { path: () => "/my/answers", may: none, isPost: true },
  "_my.my.callbacks": { path: () => "/my/callbacks", may: none, isPost: true },
  "_app.settings.office.logo": { path: (ids) => `/settings/office/logo?office=${ids.office}`, may: none, isPost: true },
  account: { path: () => "/account", may: all },
  "account_.messages": { path: () => "/account/messages", may: desk, isOwn: true },
  "account_.office": { path: () => "/account/office", may: none, isPost: true, isOwn: true },
  "account_.photo": { path: () => "/account/photo", may: none, isPost: true, isOwn: true },
  "account_.devices": { path: () => "/account/devices", may: none, isPost: true, isOwn: true },
  "account_.password": { path: () => "/account/password", may: none, isPost: true },
};

/** Layouts, and routes that ask for no actor: a link or code of their own, or nothing. */
export const openRoutes = [
  ...openResourceRoutes,
  "_app",
  "_app.providers.$providerId",
  "_my",
  "_index",
  "_auth.login",
  "_auth.login_.code",
  "_auth.login_.link.$token",
  "_auth.invitation.$token",
  "_auth.setup",
  "$",
  "_public.p.$token_.files.$actionId",
  "_public.p.$token_.seen",
  "_public.p.$token_.steps.$actionId",
  "_public.feeds.$token.agenda[.]ics",
  "_public.p.$token",
  "_public.answers.$token",
  "_public.unsubscribe.$token",
  "_public.d.$token",
  "_public.figures.$slug._index",
  "_public.figures.$slug.data[.]csv",
  "_public.figures.$slug.data[.]json",
  "_public.programme.$slug._index",
  "_public.programme.$slug.$workshopId",
  "_public.programme.$slug.calendar[.]ics",
  "_public.programme.$slug.share[.]png",
  "_public.programme.$slug.$workshopId_.share[.]png",
  "_public.r.$token",
  "_public.i.$token",
  "_public.f.$token",
  "embed.programme.$slug",
  "api.v1.$",
  "dev.mails",
  "logout",
];
