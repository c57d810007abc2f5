// Closed lists of words that tables, forms, rules and texts share (docs/glossary.md). Pure: no database here.

export const roles = ["facilitator", "director", "colleague", "coordinator", "administrator"] as const;
export type Role = (typeof roles)[number];

export const organisationKinds = ["network", "territory", "office", "branch"] as const;

/** The zones of the French territory, overseas included. */
export const officeZones = [
  "Europe/Paris",
  "America/Guadeloupe",
  "America/Martinique",
  "America/Cayenne",
  "America/Miquelon",
  "Indian/Reunion",
  "Indian/Mayotte",
  "Pacific/Noumea",
  "Pacific/Wallis",
  "Pacific/Tahiti",
  "Pacific/Marquesas",
  "Pacific/Gambier",
] as const;

/** Kinds of establishment (domain 2.4). */
export const establishmentKinds = [
  "hotel",
  "guesthouse",
  "rental",
  "camping",
  "group_lodging",
  "motorhome_area",
  "restaurant",
  "activity",
  "site",
  "producer",
  "shop_service",
  "event_organiser",
  "project",
] as const;
export type EstablishmentKind = (typeof establishmentKinds)[number];

export const establishmentStateNames = ["project", "open", "closed", "sold"] as const;
export const channelKinds = ["website", "google_profile", "booking_tool", "marketplace", "review_site", "social"] as const;
export const channelStates = ["unknown", "active", "to_claim", "dormant", "broken", "absent"] as const;
export const importSources = ["datatourisme", "apidae", "tourinsoft", "lei", "spreadsheet"] as const;
export const importContents = ["listings", "past_sessions", "partners"] as const;
export type ImportContent = (typeof importContents)[number];
/** What a name or a word of an imported table may stand for. */
export const matchedWords = ["provider", "author", "theme", "channel"] as const;
export type MatchedWord = (typeof matchedWords)[number];
export const matchAnswers = ["is", "new", "aside"] as const;
export type MatchAnswer = (typeof matchAnswers)[number];
export const preferredWays = ["mail", "phone", "paper"] as const;

export const sessionKinds = ["individual", "group", "other_work"] as const;
export type SessionKind = (typeof sessionKinds)[number];
/** How a session was held. */
export const sessionChannels = ["visit", "office", "phone", "video", "email", "elsewhere"] as const;
export type SessionChannel = (typeof sessionChannels)[number];
export const presences = ["present", "excused", "absent"] as const;
export type PresenceState = (typeof presences)[number];
export const isPresence = (text: string): text is PresenceState => presences.some((one) => one === text);
/** Work that is not a session with a provider (« autre travail »). */
export const otherWorkKinds = ["watch", "meeting", "sit_update", "training", "elected", "preparation", "other"] as const;

export const appointmentStates = ["booked", "missed", "cancelled"] as const;
export type AppointmentState = (typeof appointmentStates)[number];
/** Whose agenda a calendar feed shows. */
export const feedKinds = ["person", "provider", "programme"] as const;
export type FeedKind = (typeof feedKinds)[number];

export const actionStates = ["proposed", "todo", "doing", "blocked", "done", "already_done", "not_relevant"] as const;
export type ActionState = (typeof actionStates)[number];
/** Still ahead on the path. */
export const openActionStates = ["proposed", "todo", "doing", "blocked"] as const satisfies readonly ActionState[];
/** Qui s'en charge. */
export const actionDoers = ["provider", "office", "together"] as const;

/** What a request of a provider became. */
export const messageOutcomes = ["answered", "called", "appointment", "session"] as const;
export type MessageOutcome = (typeof messageOutcomes)[number];

/** Kinds of news, each with its own rhythm by mail. */
export const noticeKinds = ["newSteps", "dueSoon", "silentPlan", "comment", "answer", "request", "workshop"] as const;
export type NoticeKind = (typeof noticeKinds)[number];
export const noticeFrequencies = ["now", "daily", "weekly", "never"] as const;
export type NoticeFrequency = (typeof noticeFrequencies)[number];

export const resourceKinds = ["sheet", "link", "file", "video"] as const;
/** What an address answered: it stands, it moved for good, it is gone, or nothing is proved. */
export const linkStates = ["alive", "moved", "dead", "unknown"] as const;
/** How far the words of a file were read: waiting, read, none in it, or a file that cannot be read. */
export const fileReadings = ["waiting", "read", "empty", "unreadable"] as const;
export const resourceStates = ["draft", "review", "published"] as const;
/** Who reads it: the office and its providers, the offices of its territory, everyone signed in, anyone. */
export const resourceVisibilities = ["office", "territory", "network", "public"] as const;
/** When in the year a resource serves. */
export const resourceSeasons = ["any", "before", "during", "after"] as const;
export const licences = ["own", "cc_by", "cc_by_sa", "etalab", "all_rights"] as const;
export const levels = ["beginner", "intermediate", "advanced"] as const;
export const locales = ["fr", "en"] as const;

/** What an API key may read. */
export const apiScopes = ["figures", "workshops", "resources", "providers", "sessions", "session_notes"] as const;
export type ApiScope = (typeof apiScopes)[number];
/** What an organisation's own programs may be told of. */
export const webhookEvents = [
  "session.saved",
  "session.deleted",
  "workshop.published",
  "workshop.changed",
  "workshop.cancelled",
  "workshop.held",
  "registration.made",
  "registration.cancelled",
  "action.done",
  "report.finished",
] as const;
export type WebhookEvent = (typeof webhookEvents)[number];
export const deliveryStates = ["waiting", "delivered", "failed"] as const;
/** Who stopped a webhook. */
export const webhookEnds = ["person", "failures"] as const;
/** The pages of figures that may be shown by a secret address: an office’s dashboard, a network’s totals. */
export const sharedPages = ["dashboard", "network"] as const;
export type SharedPage = (typeof sharedPages)[number];
/** The pages whose filters are kept under a name. */
export const viewPages = [...sharedPages, "providers", "coaching", "workshops", "plans"] as const;

/** A workshop's life (features/workshops/model.ts says which step leads where). */
export const workshopStates = ["draft", "published", "full", "running", "held", "cancelled"] as const;
export type WorkshopState = (typeof workshopStates)[number];
export const workshopFormats = ["workshop", "webinar", "informal", "launch"] as const;
export const workshopPlaces = ["office", "provider", "elsewhere", "online"] as const;
/** Own providers, providers of the offices named, anyone. */
export const workshopAudiences = ["own", "offices", "public"] as const;
export const workshopQuestionKinds = ["text", "choice", "yes_no"] as const;
export const registrationStates = ["registered", "offered", "waiting", "cancelled", "expired"] as const;
export type RegistrationState = (typeof registrationStates)[number];
export const registrationSources = ["public", "provider", "facilitator", "desk", "walk_in"] as const;
export const workshopLinkPurposes = ["manage", "feedback_end", "feedback_later", "certificate"] as const;
export const feedbackMoments = ["end", "later"] as const;
export const feedbackPaces = ["slow", "right", "fast"] as const;
