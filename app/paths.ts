/** Every URL of the app, a function each (snapshot-tested). */
export const paths = {
  home: () => "/",
  health: () => "/health",
  login: (query: { redirectTo?: string; reason?: "expired" | "kept" } = {}) => withQuery("/login", query),
  loginLink: (token: string, query: { redirectTo?: string } = {}) => withQuery(`/login/link/${token}`, query),
  loginCode: (query: { redirectTo?: string } = {}) => withQuery("/login/code", query),
  logout: () => "/logout",
  account: () => "/account",
  accountPassword: () => "/account/password",
  accountDevices: () => "/account/devices",
  devMails: () => "/dev/mails",
  invitation: (token: string) => `/invitation/${token}`,
  setup: () => "/setup",

  today: () => "/today",
  dashboard: (query: Query = {}) => withQuery("/dashboard", query),
  dashboardProviders: (query: Query = {}) => withQuery("/dashboard/providers", query),
  dashboardActions: (query: Query = {}) => withQuery("/dashboard/actions", query),
  dashboardExport: (format: "csv" | "xlsx", query: Query = {}) => withQuery(`/dashboard/export.${format}`, query),
  settings: () => "/settings",
  people: (query: Query = {}) => withQuery("/settings/people", query),
  newInvitation: (query: Query = {}) => withQuery("/settings/people/new", query),
  person: (userId: string) => `/settings/people/${userId}`,
  personSuspension: (userId: string) => `/settings/people/${userId}/suspension`,
  personAbsences: (userId: string) => `/settings/people/${userId}/absences`,
  membership: (membershipId: string) => `/settings/memberships/${membershipId}`,
  membershipEnd: (membershipId: string) => `/settings/memberships/${membershipId}/end`,
  invitationChange: (invitationId: string) => `/settings/invitations/${invitationId}`,

  coaching: (query: Query = {}) => withQuery("/coaching", query),
  coachingExport: (query: Query = {}) => withQuery("/coaching/export.csv", query),
  coachingWorkbook: (query: Query = {}) => withQuery("/coaching/export.xlsx", query),
  quickCoaching: () => "/coaching/quick",
  newOtherWork: () => "/coaching/other-work/new",
  editOtherWork: (sessionId: string) => `/coaching/other-work/${sessionId}/edit`,
  sessionSummary: (sessionId: string) => `/coaching/${sessionId}/summary`,
  newCoaching: (query: Query = {}) => withQuery("/coaching/new", query),
  coachingSession: (sessionId: string) => `/coaching/${sessionId}`,
  editCoachingSession: (sessionId: string, query: Query = {}) => withQuery(`/coaching/${sessionId}/edit`, query),
  coachingDeletion: (sessionId: string) => `/coaching/${sessionId}/deletion`,
  coachingRestoration: (sessionId: string) => `/coaching/${sessionId}/restoration`,
  coachingDrafts: () => "/coaching/drafts",
  coachingPeople: (query: Query = {}) => withQuery("/coaching/people", query),

  sessionFiles: (sessionId: string, query: Query = {}) => withQuery(`/coaching/${sessionId}/files`, query),
  file: (fileId: string) => `/files/${fileId}`,

  providers: (query: Query = {}) => withQuery("/providers", query),
  providersExport: (format: "csv" | "xlsx", query: Query = {}) => withQuery(`/providers/export.${format}`, query),
  providersByCommune: (query: Query = {}) => withQuery("/providers/communes", query),
  providerTour: (query: Query = {}) => withQuery("/providers/tour", query),
  similarProviders: (query: Query = {}) => withQuery("/providers/similar", query),
  providerImport: () => "/providers/import",
  duplicates: () => "/providers/duplicates",
  mergeProviders: (keptId: string, otherId: string) => `/providers/duplicates/${keptId}/${otherId}`,
  oneImport: (importId: string, query: Query = {}) => withQuery(`/providers/import/${importId}`, query),
  newProvider: (query: Query = {}) => withQuery("/providers/new", query),
  providerSearch: (query: Query = {}) => withQuery("/providers/search", query),
  provider: (providerId: string) => `/providers/${providerId}`,
  providerPlan: (providerId: string) => `/providers/${providerId}/plan`,
  newAction: (providerId: string) => `/providers/${providerId}/plan/new`,
  planAnswer: (providerId: string, query: Query = {}) => withQuery(`/providers/${providerId}/plan/answer`, query),
  providerPageLinks: (providerId: string) => `/providers/${providerId}/page-links`,

  action: (actionId: string) => `/actions/${actionId}`,
  actionPosition: (actionId: string) => `/actions/${actionId}/position`,
  actionDeletion: (actionId: string, query: Query = {}) => withQuery(`/actions/${actionId}/deletion`, query),
  planNews: (planId: string) => `/action-plans/${planId}/news`,
  pageLinkRevocation: (pageLinkId: string) => `/page-links/${pageLinkId}/revocation`,
  messageHandling: (messageId: string, query: Query = {}) => withQuery(`/messages/${messageId}/handling`, query),
  providerSessions: (providerId: string, query: Query = {}) => withQuery(`/providers/${providerId}/sessions`, query),
  providerPresence: (providerId: string) => `/providers/${providerId}/presence`,
  providerDetails: (providerId: string) => `/providers/${providerId}/details`,

  workshops: () => "/workshops",
  agenda: () => "/agenda",
  resources: (query: Query = {}) => withQuery("/resources", query),
  resource: (slug: string) => `/resources/${slug}`,
  newResource: () => "/resources/new",
  editResource: (slug: string) => `/resources/${slug}/edit`,
  myResources: (query: Query = {}) => withQuery("/my/resources", query),
  myResource: (slug: string) => `/my/resources/${slug}`,

  my: (query: Query = {}) => withQuery("/my", query),
  myEstablishment: (query: Query = {}) => withQuery("/my/establishment", query),
  myAnswers: (query: Query = {}) => withQuery("/my/answers", query),
  myCallbacks: (query: Query = {}) => withQuery("/my/callbacks", query),
  pageLink: (token: string, query: Query = {}) => withQuery(`/p/${token}`, query),
};

export type Query = Record<string, string | number | undefined>;

function withQuery(path: string, query: Query): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) if (value !== undefined && value !== "") search.set(name, String(value));
  const text = search.toString();
  return text ? `${path}?${text}` : path;
}
