import { sql } from "drizzle-orm";
import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { appointmentStates, feedKinds, sessionChannels } from "../../lib/vocabulary";
import { createdAt, day, deletedAt, flag, id, instant, version } from "../columns.server";

export const appointments = sqliteTable(
  "appointments",
  {
    id: id(),
    ownerId: text().notNull(),
    providerId: text().notNull(),
    contactId: text(),
    facilitatorId: text().notNull(),
    state: text({ enum: appointmentStates }).notNull().default("booked"),
    startsAt: instant().notNull(),
    zone: text().notNull(),
    /** The local day in the owner's zone, set at write. */
    heldOn: day().notNull(),
    durationMinutes: integer().notNull(),
    channel: text({ enum: sessionChannels }).notNull(),
    place: text().notNull().default(""),
    /** What it is about; the provider reads it. */
    subject: text().notNull().default(""),
    /** There and back. */
    travelMinutes: integer().notNull().default(0),
    /** The opening slot that it was booked on, if any: its limits hold. */
    slotId: text(),
    /** The request to be called back that it answers. */
    messageId: text(),
    /** Kept for the session that is logged of it: where such a session exists, the appointment was held. */
    sessionId: text().notNull(),
    /** RFC 5545 SEQUENCE: raised at each change that the invited are told of. */
    sequence: integer().notNull().default(0),
    cancelReason: text().notNull().default(""),
    bookedById: text().notNull(),
    createdAt: createdAt(),
    changedAt: instant().notNull(),
    version: version(),
  },
  (t) => [
    index("appointments_owner").on(t.ownerId, t.heldOn),
    index("appointments_facilitator").on(t.facilitatorId, t.startsAt),
    index("appointments_provider").on(t.providerId, t.startsAt),
    index("appointments_session").on(t.sessionId),
  ],
);

/** What an appointment takes along of the office's equipment. */
export const appointmentEquipment = sqliteTable(
  "appointment_equipment",
  {
    appointmentId: text()
      .notNull()
      .references(() => appointments.id),
    equipmentId: text().notNull(),
    quantity: integer().notNull(),
  },
  (t) => [primaryKey({ columns: [t.appointmentId, t.equipmentId] }), index("appointment_equipment_thing").on(t.equipmentId)],
);

/** Recurrent hours that may be booked: each week on one weekday, cut into appointments of `durationMinutes`. */
export const openingSlots = sqliteTable(
  "opening_slots",
  {
    id: id(),
    ownerId: text().notNull(),
    facilitatorId: text().notNull(),
    /** ISO weekday, 1 Monday to 7 Sunday. */
    weekday: integer().notNull(),
    /** Clock times in the owner's zone, `09:00`. */
    opensAt: text().notNull(),
    closesAt: text().notNull(),
    /** Every week, or every second, third or fourth one counted from `fromOn`. */
    everyWeeks: integer().notNull().default(1),
    durationMinutes: integer().notNull(),
    channel: text({ enum: sessionChannels }).notNull(),
    place: text().notNull().default(""),
    /** Hours before the appointment until which it can be booked. */
    leadHours: integer().notNull().default(24),
    /** Days ahead that are open. */
    horizonDays: integer().notNull().default(60),
    /** Hours before the appointment until which the provider moves or cancels it. */
    changeHours: integer().notNull().default(24),
    /** Whether providers book it themselves; the office always may. */
    isForProviders: flag(),
    fromOn: day().notNull(),
    toOn: day(),
    createdAt: createdAt(),
    deletedAt: deletedAt(),
    version: version(),
  },
  (t) => [index("opening_slots_owner").on(t.ownerId, t.facilitatorId).where(sql`deleted_at IS NULL`)],
);

/** Time kept for preparing: seen by the team, never offered. */
export const preparationBlocks = sqliteTable(
  "preparation_blocks",
  {
    id: id(),
    ownerId: text().notNull(),
    userId: text().notNull(),
    title: text().notNull().default(""),
    startsAt: instant().notNull(),
    zone: text().notNull(),
    heldOn: day().notNull(),
    durationMinutes: integer().notNull(),
    sequence: integer().notNull().default(0),
    createdAt: createdAt(),
    changedAt: instant().notNull(),
    deletedAt: deletedAt(),
    version: version(),
  },
  (t) => [
    index("preparation_blocks_user").on(t.userId, t.startsAt),
    index("preparation_blocks_owner").on(t.ownerId, t.heldOn).where(sql`deleted_at IS NULL`),
  ],
);

/** Secret addresses of calendar feeds; without expiry, renewed or ended by whoever made them. */
export const calendarFeeds = sqliteTable(
  "calendar_feeds",
  {
    id: id(),
    tokenHash: text().notNull(),
    kind: text({ enum: feedKinds }).notNull(),
    /** The person, provider or organisation that it shows. */
    subjectId: text().notNull(),
    userId: text().notNull(),
    createdAt: createdAt(),
    revokedAt: instant(),
  },
  (t) => [
    uniqueIndex("calendar_feeds_token").on(t.tokenHash),
    index("calendar_feeds_user").on(t.userId, t.kind).where(sql`revoked_at IS NULL`),
  ],
);

/** Hours granted in each week of full season, where they differ from the year's average. */
export const seasonHours = sqliteTable(
  "season_hours",
  {
    userId: text().notNull(),
    ownerId: text().notNull(),
    minutesPerWeek: integer().notNull(),
    changedAt: instant().notNull(),
    version: version(),
  },
  (t) => [primaryKey({ columns: [t.userId, t.ownerId] })],
);
