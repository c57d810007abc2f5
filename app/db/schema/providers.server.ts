import { sql } from "drizzle-orm";
import { index, integer, primaryKey, real, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import {
  channelKinds,
  channelStates,
  establishmentKinds,
  establishmentStateNames,
  importSources,
  locales,
  messageOutcomes,
  preferredWays,
} from "../../lib/vocabulary";
import { createdAt, day, deletedAt, flag, id, instant, list, version } from "../columns.server";

/** The operator that one coaches (design §1). */
export const providers = sqliteTable(
  "providers",
  {
    id: id(),
    ownerId: text().notNull(),
    name: text().notNull(),
    siret: text(),
    /** The facilitator who follows this provider. */
    referentId: text(),
    /** Folded name, former names, communes, contacts and phones: what the search scans (design 3.2). */
    searchText: text().notNull(),
    /** Kind and commune of the main establishment, kept by the commands for lists. */
    kind: text({ enum: establishmentKinds }).notNull(),
    inseeCode: text(),
    /** Days of the first and last support at this owner, kept by the figures. */
    firstSupportOn: day(),
    lastSupportOn: day(),
    origin: text({ enum: ["typed", "import", "workshop"] })
      .notNull()
      .default("typed"),
    /** The provider that this one was merged into; its old address answers with that one. */
    mergedIntoId: text(),
    /** When its people were forgotten, figures kept. */
    anonymisedAt: instant(),
    createdById: text(),
    createdAt: createdAt(),
    deletedAt: deletedAt(),
    version: version(),
  },
  (t) => [
    index("providers_owner_name").on(t.ownerId, t.name, t.id).where(sql`deleted_at IS NULL`),
    /** The list by name, which the folded text begins with. */
    index("providers_owner_search").on(t.ownerId, t.searchText, t.id).where(sql`deleted_at IS NULL`),
    index("providers_owner_last").on(t.ownerId, t.lastSupportOn, t.id).where(sql`deleted_at IS NULL`),
    /** Counted by the log's totals. */
    index("providers_met").on(t.ownerId).where(sql`first_support_on IS NOT NULL`),
    index("providers_siret").on(t.ownerId, t.siret),
  ],
);

export const establishments = sqliteTable(
  "establishments",
  {
    id: id(),
    ownerId: text().notNull(),
    providerId: text()
      .notNull()
      .references(() => providers.id),
    name: text().notNull(),
    kind: text({ enum: establishmentKinds }).notNull(),
    isMain: flag(),
    /** Guests it can take. */
    capacity: integer(),
    /** Months 1 to 12. */
    openingMonths: list<number>(),
    /** ISO 639-1 codes. */
    languages: list<string>(),
    street: text(),
    postcode: text(),
    inseeCode: text(),
    /** The commune as it was typed or imported, when no INSEE code was found. */
    communeName: text(),
    latitude: real(),
    longitude: real(),
    registrationNumber: text(),
    createdAt: createdAt(),
    deletedAt: deletedAt(),
    version: version(),
  },
  (t) => [
    index("establishments_provider").on(t.providerId),
    index("establishments_owner").on(t.ownerId, t.kind, t.inseeCode).where(sql`deleted_at IS NULL`),
  ],
);

/** Dated states: the last one on or before a day holds that day (design §1). */
export const establishmentStates = sqliteTable(
  "establishment_states",
  {
    id: id(),
    establishmentId: text()
      .notNull()
      .references(() => establishments.id),
    state: text({ enum: establishmentStateNames }).notNull(),
    fromOn: day().notNull(),
    createdAt: createdAt(),
  },
  (t) => [index("establishment_states_establishment").on(t.establishmentId, t.fromOn)],
);

export const establishmentNames = sqliteTable(
  "establishment_names",
  {
    id: id(),
    establishmentId: text()
      .notNull()
      .references(() => establishments.id),
    name: text().notNull(),
    untilOn: day(),
  },
  (t) => [index("establishment_names_establishment").on(t.establishmentId)],
);

export const establishmentLabels = sqliteTable(
  "establishment_labels",
  {
    id: id(),
    establishmentId: text()
      .notNull()
      .references(() => establishments.id),
    label: text().notNull(),
    /** Stars, épis, clés… as the label writes it. */
    rating: text(),
    endsOn: day(),
  },
  (t) => [index("establishment_labels_establishment").on(t.establishmentId)],
);

export const channels = sqliteTable(
  "channels",
  {
    id: id(),
    establishmentId: text()
      .notNull()
      .references(() => establishments.id),
    kind: text({ enum: channelKinds }).notNull(),
    /** facebook, booking, airbnb…; empty for an own site. */
    service: text(),
    url: text(),
    state: text({ enum: channelStates }).notNull().default("unknown"),
    checkedOn: day(),
    createdAt: createdAt(),
  },
  (t) => [index("channels_establishment").on(t.establishmentId)],
);

export const establishmentIdentities = sqliteTable(
  "establishment_identities",
  {
    ownerId: text().notNull(),
    establishmentId: text()
      .notNull()
      .references(() => establishments.id),
    source: text({ enum: importSources }).notNull(),
    externalId: text().notNull(),
    /** Set when the source's deletion list names it; it only marks (design 3.4). */
    removedBySourceOn: day(),
  },
  (t) => [
    primaryKey({ columns: [t.ownerId, t.source, t.externalId] }),
    index("establishment_identities_establishment").on(t.establishmentId),
  ],
);

/** The last imported value of each field: a field is the source's while it equals this (design 3.4). */
export const establishmentSourceValues = sqliteTable(
  "establishment_source_values",
  {
    establishmentId: text()
      .notNull()
      .references(() => establishments.id),
    source: text().notNull(),
    field: text().notNull(),
    value: text(),
    importedAt: instant().notNull(),
  },
  (t) => [primaryKey({ columns: [t.establishmentId, t.source, t.field] })],
);

/** « À reporter dans le SIT »: a person corrected a field that the source owns. */
export const sourceCorrections = sqliteTable(
  "source_corrections",
  {
    id: id(),
    ownerId: text().notNull(),
    establishmentId: text()
      .notNull()
      .references(() => establishments.id),
    source: text().notNull(),
    field: text().notNull(),
    oldValue: text(),
    newValue: text(),
    assigneeId: text(),
    createdAt: createdAt(),
    closedAt: instant(),
  },
  (t) => [index("source_corrections_owner").on(t.ownerId, t.closedAt)],
);

export const contacts = sqliteTable(
  "contacts",
  {
    id: id(),
    ownerId: text().notNull(),
    providerId: text()
      .notNull()
      .references(() => providers.id),
    name: text().notNull(),
    function: text(),
    email: text(),
    /** E.164. */
    phone: text(),
    preferredWay: text({ enum: preferredWays }).notNull().default("mail"),
    locale: text({ enum: locales }).notNull().default("fr"),
    startsOn: day(),
    endsOn: day(),
    returnsEachSeason: flag(),
    /** Uses told apart (design §2): service mails always; invitations unless refused; the rest on dated consent. */
    invitationsRefusedAt: instant(),
    newsletterConsentAt: instant(),
    picturesConsentAt: instant(),
    /** When the information notice left, with the first mail to someone who was imported. */
    informedAt: instant(),
    origin: text({ enum: ["typed", "import", "workshop", "provider"] })
      .notNull()
      .default("typed"),
    createdAt: createdAt(),
    deletedAt: deletedAt(),
    version: version(),
  },
  (t) => [
    index("contacts_provider").on(t.providerId),
    index("contacts_owner_email").on(t.ownerId, t.email),
    index("contacts_to_call")
      .on(t.ownerId)
      .where(sql`preferred_way = 'phone' AND phone IS NOT NULL AND deleted_at IS NULL AND ends_on IS NULL`),
  ],
);

export const partnerships = sqliteTable(
  "partnerships",
  {
    id: id(),
    ownerId: text().notNull(),
    providerId: text()
      .notNull()
      .references(() => providers.id),
    year: integer().notNull(),
    level: text().notNull(),
  },
  (t) => [uniqueIndex("partnerships_year").on(t.providerId, t.year), index("partnerships_owner").on(t.ownerId, t.year)],
);

export const providerTags = sqliteTable("provider_tags", { providerId: text().notNull(), tagId: text().notNull() }, (t) => [
  primaryKey({ columns: [t.providerId, t.tagId] }),
]);

/** What a person answered about two providers that look alike; `aId` is the smaller id. */
export const duplicateAnswers = sqliteTable(
  "duplicate_answers",
  {
    ownerId: text().notNull(),
    aId: text().notNull(),
    bId: text().notNull(),
    answer: text({ enum: ["same", "same_operator", "different"] }).notNull(),
    answeredById: text().notNull(),
    answeredAt: instant().notNull(),
  },
  (t) => [primaryKey({ columns: [t.aId, t.bId] })],
);

/** A message left for a facilitator: by a colleague, or by a provider who asks to be called, helped or answered. */
export const messages = sqliteTable(
  "messages",
  {
    id: id(),
    ownerId: text().notNull(),
    kind: text({ enum: ["colleague", "callback", "help", "question"] }).notNull(),
    providerId: text()
      .notNull()
      .references(() => providers.id),
    contactId: text(),
    fromUserId: text(),
    toUserId: text(),
    text: text().notNull(),
    theme: text(),
    /** The step that it is about. */
    actionId: text(),
    /** What a request for help became. */
    triage: text({ enum: messageOutcomes }),
    /** The session that it led to; an appointment names its message itself. */
    sessionId: text(),
    /** Who took it in hand, and when: « en cours » for whoever asked. */
    takenAt: instant(),
    takenById: text(),
    /** What was answered in writing; it also left by mail. */
    reply: text().notNull().default(""),
    repliedAt: instant(),
    repliedById: text(),
    createdAt: createdAt(),
    handledAt: instant(),
    handledById: text(),
  },
  (t) => [
    index("messages_to").on(t.toUserId, t.handledAt),
    index("messages_provider").on(t.providerId),
    index("messages_open").on(t.ownerId, t.createdAt).where(sql`handled_at IS NULL`),
  ],
);

/** Who followed a provider and who took over: one row a change, planned for a day or done. */
export const referentChanges = sqliteTable(
  "referent_changes",
  {
    id: id(),
    ownerId: text().notNull(),
    providerId: text()
      .notNull()
      .references(() => providers.id),
    /** Null when nobody followed, or nobody does any more. */
    fromUserId: text(),
    toUserId: text(),
    /** The hand-over of several providers that it is part of. */
    handoverId: text(),
    /** The local day from which it holds. */
    startsOn: day().notNull(),
    /** For whoever takes over; never shown to the provider. */
    note: text().notNull().default(""),
    createdById: text(),
    createdAt: createdAt(),
    /** Null while it is planned. */
    doneAt: instant(),
    undoneAt: instant(),
  },
  (t) => [
    index("referent_changes_provider").on(t.providerId, t.createdAt),
    index("referent_changes_handover").on(t.handoverId).where(sql`handover_id IS NOT NULL`),
    index("referent_changes_planned").on(t.startsOn).where(sql`done_at IS NULL AND undone_at IS NULL`),
  ],
);
