/** Every URL of the app, a function each (snapshot-tested). */
export const paths = {
  home: () => "/",
  health: () => "/health",
  login: (query: { redirectTo?: string } = {}) => withQuery("/login", query),
  loginLink: (token: string) => `/login/link/${token}`,
  loginCode: () => "/login/code",
  logout: () => "/logout",
  invitation: (token: string) => `/invitation/${token}`,
  setup: () => "/setup",

  today: () => "/today",
  dashboard: (query: Query = {}) => withQuery("/dashboard", query),
  settings: () => "/settings",

  coaching: (query: Query = {}) => withQuery("/coaching", query),
  coachingExport: (query: Query = {}) => withQuery("/coaching/export.csv", query),
  newCoaching: (query: Query = {}) => withQuery("/coaching/new", query),
  coachingSession: (sessionId: string) => `/coaching/${sessionId}`,
  editCoachingSession: (sessionId: string) => `/coaching/${sessionId}/edit`,

  providers: (query: Query = {}) => withQuery("/providers", query),
  providersExport: (query: Query = {}) => withQuery("/providers/export.csv", query),
  newProvider: (query: Query = {}) => withQuery("/providers/new", query),
  providerSearch: (query: Query = {}) => withQuery("/providers/search", query),
  provider: (providerId: string) => `/providers/${providerId}`,

  workshops: () => "/workshops",
  agenda: () => "/agenda",
  resources: (query: Query = {}) => withQuery("/resources", query),

  my: () => "/my",
};

export type Query = Record<string, string | number | undefined>;

function withQuery(path: string, query: Query): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) if (value !== undefined && value !== "") search.set(name, String(value));
  const text = search.toString();
  return text ? `${path}?${text}` : path;
}
