import { sql } from "drizzle-orm";
import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import {
  feedbackMoments,
  feedbackPaces,
  levels,
  locales,
  presences,
  registrationSources,
  registrationStates,
  workshopAudiences,
  workshopFormats,
  workshopLinkPurposes,
  workshopPlaces,
  workshopQuestionKinds,
  workshopStates,
} from "../../lib/vocabulary";
import { createdAt, day, deletedAt, flag, id, instant, list, version } from "../columns.server";

/** A series: its rule (RFC 5545) in the zone's clock time; each date is a workshop of its own. */
export const workshopSeries = sqliteTable(
  "workshop_series",
  {
    id: id(),
    ownerId: text().notNull(),
    rule: text().notNull(),
    zone: text().notNull(),
    startsOn: day().notNull(),
    /** Clock time, `14:00`. */
    startClock: text().notNull(),
    /** Local days left out. */
    exceptions: list<string>(),
    createdAt: createdAt(),
  },
  (t) => [index("workshop_series_owner").on(t.ownerId)],
);

export const workshops = sqliteTable(
  "workshops",
  {
    id: id(),
    ownerId: text().notNull(),
    seriesId: text().references(() => workshopSeries.id),
    /** The day that the series' rule gave, whatever the date has become. */
    seriesOn: day(),
    state: text({ enum: workshopStates }).notNull().default("draft"),
    title: text().notNull(),
    description: text().notNull().default(""),
    /** Theme codes, the main one first. */
    themes: list<string>(),
    level: text({ enum: levels }),
    format: text({ enum: workshopFormats }).notNull().default("workshop"),
    language: text().notNull().default("fr"),
    place: text({ enum: workshopPlaces }).notNull().default("office"),
    placeName: text().notNull().default(""),
    communeName: text(),
    inseeCode: text(),
    /** Shown to the registered alone. */
    videoUrl: text(),
    zone: text().notNull(),
    /** First part's start and last part's end, kept by the commands. */
    startsAt: instant().notNull(),
    endsAt: instant().notNull(),
    heldOn: day().notNull(),
    durationMinutes: integer().notNull(),
    /** Null: as many as come. */
    capacity: integer(),
    seatsPerEstablishment: integer(),
    minimum: integer(),
    audience: text({ enum: workshopAudiences }).notNull().default("public"),
    price: text().notNull().default(""),
    isPaid: flag(),
    bring: text().notNull().default(""),
    /** Registration ends so many minutes before the start. */
    closesMinutes: integer().notNull().default(0),
    /** An offered seat waits so long, minutes. */
    offerMinutes: integer().notNull().default(1440),
    /** Reminders, minutes before the start. */
    reminders: list<number>(),
    /** Days after the end when the second feedback is asked; null: never. */
    laterFeedbackDays: integer(),
    /** Until then the seats of `workshop_shares` are kept for their offices. */
    sharesUntil: instant(),
    hasSignatures: flag(),
    /** People who came and are not named. */
    headCount: integer().notNull().default(0),
    /** The group session that closing wrote. */
    sessionId: text(),
    cancelReason: text(),
    publishedAt: instant(),
    cancelledAt: instant(),
    closedAt: instant(),
    /** Rises at each change that a calendar must take over (iCalendar SEQUENCE). */
    sequence: integer().notNull().default(0),
    createdById: text().notNull(),
    createdAt: createdAt(),
    deletedAt: deletedAt(),
    version: version(),
  },
  (t) => [
    index("workshops_owner").on(t.ownerId, t.startsAt, t.id).where(sql`deleted_at IS NULL`),
    index("workshops_programme").on(t.state, t.startsAt),
    index("workshops_series").on(t.seriesId, t.startsAt),
  ],
);

const workshopId = () =>
  text()
    .notNull()
    .references(() => workshops.id);

/** Parts that belong together: one registration covers them all. */
export const workshopParts = sqliteTable(
  "workshop_parts",
  { id: id(), workshopId: workshopId(), startsAt: instant().notNull(), endsAt: instant().notNull(), heldOn: day().notNull() },
  (t) => [index("workshop_parts_workshop").on(t.workshopId, t.startsAt)],
);

export const workshopFacilitators = sqliteTable(
  "workshop_facilitators",
  { workshopId: workshopId(), userId: text().notNull() },
  (t) => [primaryKey({ columns: [t.workshopId, t.userId] }), index("workshop_facilitators_user").on(t.userId)],
);

export const workshopResources = sqliteTable(
  "workshop_resources",
  { workshopId: workshopId(), resourceId: text().notNull(), moment: text({ enum: ["before", "after"] }).notNull() },
  (t) => [primaryKey({ columns: [t.workshopId, t.resourceId] })],
);

/** Pooled workshops: seats kept for an office until `sharesUntil`. */
export const workshopShares = sqliteTable(
  "workshop_shares",
  { workshopId: workshopId(), organisationId: text().notNull(), seats: integer().notNull() },
  (t) => [primaryKey({ columns: [t.workshopId, t.organisationId] }), index("workshop_shares_org").on(t.organisationId)],
);

/** What an office lends: tablets, projector. */
export const equipment = sqliteTable(
  "equipment",
  {
    id: id(),
    ownerId: text().notNull(),
    name: text().notNull(),
    quantity: integer().notNull().default(1),
    createdAt: createdAt(),
    endedAt: instant(),
  },
  (t) => [index("equipment_owner").on(t.ownerId)],
);

export const workshopEquipment = sqliteTable(
  "workshop_equipment",
  { workshopId: workshopId(), equipmentId: text().notNull(), quantity: integer().notNull() },
  (t) => [primaryKey({ columns: [t.workshopId, t.equipmentId] }), index("workshop_equipment_thing").on(t.equipmentId)],
);

/** School holidays and the like, from a calendar file that the office adds. */
export const calendarPeriods = sqliteTable(
  "calendar_periods",
  {
    id: id(),
    ownerId: text().notNull(),
    name: text().notNull(),
    startsOn: day().notNull(),
    endsOn: day().notNull(),
    createdAt: createdAt(),
  },
  (t) => [index("calendar_periods_owner").on(t.ownerId, t.startsOn)],
);

export const workshopQuestions = sqliteTable(
  "workshop_questions",
  {
    id: id(),
    workshopId: workshopId(),
    position: integer().notNull(),
    label: text().notNull(),
    kind: text({ enum: workshopQuestionKinds }).notNull(),
    choices: list<string>(),
    isRequired: flag(),
  },
  (t) => [index("workshop_questions_workshop").on(t.workshopId, t.position)],
);

/** One person, one seat. */
export const workshopRegistrations = sqliteTable(
  "workshop_registrations",
  {
    id: id(),
    workshopId: workshopId(),
    state: text({ enum: registrationStates }).notNull(),
    /** Order of arrival in this workshop: waiting people are served by it. */
    position: integer().notNull(),
    /** Whom it is, folded: one living registration a person and workshop. */
    personKey: text().notNull(),
    name: text().notNull(),
    establishment: text().notNull().default(""),
    email: text(),
    phone: text(),
    locale: text({ enum: locales }).notNull().default("fr"),
    /** Known or matched by a facilitator with one tap. */
    providerId: text(),
    contactId: text(),
    userId: text(),
    /** The office that counts this participant in a pooled workshop. */
    organisationId: text(),
    source: text({ enum: registrationSources }).notNull(),
    /** Yes or no to pictures; null: not asked. */
    picturesConsent: integer({ mode: "boolean" }),
    offerExpiresAt: instant(),
    presence: text({ enum: presences }),
    presenceAt: instant(),
    createdById: text(),
    createdAt: createdAt(),
    changedAt: instant().notNull(),
    cancelledAt: instant(),
  },
  (t) => [
    index("workshop_registrations_order").on(t.workshopId, t.position),
    index("workshop_registrations_provider").on(t.providerId, t.workshopId),
    index("workshop_registrations_offers").on(t.offerExpiresAt).where(sql`state = 'offered'`),
    uniqueIndex("workshop_registrations_person")
      .on(t.workshopId, t.personKey)
      .where(sql`state IN ('registered', 'offered', 'waiting')`),
  ],
);

const registrationId = () =>
  text()
    .notNull()
    .references(() => workshopRegistrations.id);

export const workshopAnswers = sqliteTable(
  "workshop_answers",
  { registrationId: registrationId(), questionId: text().notNull(), answer: text().notNull() },
  (t) => [primaryKey({ columns: [t.registrationId, t.questionId] })],
);

/** Keys in mails: manage one's registration, give feedback. The hash alone is kept. */
export const workshopLinks = sqliteTable(
  "workshop_links",
  {
    tokenHash: text().primaryKey().notNull(),
    registrationId: registrationId(),
    purpose: text({ enum: workshopLinkPurposes }).notNull(),
    createdAt: createdAt(),
    expiresAt: instant().notNull(),
  },
  (t) => [index("workshop_links_registration").on(t.registrationId)],
);

/** What was written to whom: the same notice is never written twice. */
export const workshopNotices = sqliteTable(
  "workshop_notices",
  { registrationId: registrationId(), kind: text().notNull(), mailId: text(), createdAt: createdAt() },
  (t) => [primaryKey({ columns: [t.registrationId, t.kind] })],
);

export const workshopInvitations = sqliteTable(
  "workshop_invitations",
  {
    id: id(),
    workshopId: workshopId(),
    /** The office that invites its own. */
    organisationId: text().notNull(),
    providerId: text(),
    contactId: text(),
    email: text().notNull(),
    mailId: text(),
    answer: text({ enum: ["none", "registered", "declined"] })
      .notNull()
      .default("none"),
    answeredAt: instant(),
    sentById: text().notNull(),
    createdAt: createdAt(),
    /** Reminded once, whoever asks again. */
    remindedAt: instant(),
    reminderMailId: text(),
  },
  (t) => [
    uniqueIndex("workshop_invitations_email").on(t.workshopId, t.email),
    index("workshop_invitations_org").on(t.organisationId, t.workshopId),
  ],
);

/** A pooled workshop's invitation as it was handed to an office, which sends it to its own. */
export const workshopCalls = sqliteTable(
  "workshop_calls",
  {
    workshopId: workshopId(),
    organisationId: text().notNull(),
    /** Whom the owner had in mind, as the page's address says it (`theme=website&kind=rental`). */
    need: text().notNull().default(""),
    askedById: text().notNull(),
    createdAt: createdAt(),
    /** When the office sent it on. */
    sentAt: instant(),
  },
  (t) => [primaryKey({ columns: [t.workshopId, t.organisationId] }), index("workshop_calls_org").on(t.organisationId, t.sentAt)],
);

export const workshopSignatures = sqliteTable(
  "workshop_signatures",
  {
    registrationId: text().primaryKey().notNull(),
    workshopId: workshopId(),
    /** Null: the facilitator confirmed for someone who cannot draw. */
    fileId: text(),
    confirmedById: text(),
    signedAt: instant().notNull(),
  },
  (t) => [index("workshop_signatures_workshop").on(t.workshopId)],
);

/** « Attestation de présence »: numbered by office and year; withdrawn when attendance is corrected. */
export const workshopCertificates = sqliteTable(
  "workshop_certificates",
  {
    id: id(),
    ownerId: text().notNull(),
    workshopId: workshopId(),
    registrationId: registrationId(),
    year: integer().notNull(),
    number: integer().notNull(),
    name: text().notNull(),
    establishment: text().notNull().default(""),
    mailId: text(),
    issuedById: text().notNull(),
    issuedAt: instant().notNull(),
    withdrawnAt: instant(),
  },
  (t) => [
    uniqueIndex("workshop_certificates_number").on(t.ownerId, t.year, t.number),
    uniqueIndex("workshop_certificates_standing").on(t.registrationId).where(sql`withdrawn_at IS NULL`),
    index("workshop_certificates_workshop").on(t.workshopId),
  ],
);

export const workshopFeedback = sqliteTable(
  "workshop_feedback",
  {
    id: id(),
    ownerId: text().notNull(),
    workshopId: workshopId(),
    registrationId: registrationId(),
    moment: text({ enum: feedbackMoments }).notNull(),
    /** 1 to 5. */
    usefulness: integer(),
    pace: text({ enum: feedbackPaces }),
    /** « Qu’allez-vous faire ? », or what was put in place. */
    deed: text().notNull().default(""),
    wouldRecommend: integer({ mode: "boolean" }),
    comment: text().notNull().default(""),
    /** Quoted only with this consent. */
    isQuotable: flag(),
    createdAt: createdAt(),
  },
  (t) => [
    uniqueIndex("workshop_feedback_once").on(t.registrationId, t.moment),
    index("workshop_feedback_owner").on(t.ownerId, t.createdAt),
    index("workshop_feedback_workshop").on(t.workshopId),
  ],
);
