import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import type { Outline } from "../../lib/outlines";
import { organisationKinds } from "../../lib/vocabulary";
import { createdAt, flag, id, instant, list, version } from "../columns.server";

export const organisations = sqliteTable(
  "organisations",
  {
    id: id(),
    parentId: text(),
    kind: text({ enum: organisationKinds }).notNull(),
    name: text().notNull(),
    slug: text().notNull(),
    /** Classification of the office: category I, II or none. */
    category: text({ enum: ["I", "II"] }),
    zone: text().notNull().default("Europe/Paris"),
    email: text(),
    phone: text(),
    website: text(),
    address: text(),
    logoFileId: text(),
    /** Minutes; a session up to this length is a short advice (conseil rapide). */
    shortAdviceMinutes: integer().notNull().default(15),
    /** Minutes offered as presets of the session form. */
    defaultDurations: list<number>(),
    /** ISO weeks (1 to 53) of full season, when plans and notices keep quiet. */
    seasonWeeks: list<number>(),
    sharesNamedProviders: flag(),
    /** Whether its figures stand on a page open to everybody, as totals. */
    publishesFigures: flag(),
    /** What an hour of a facilitator costs the office, cents; null hides the costs. */
    hourCostCents: integer(),
    /** Months after the last contact when a provider's people are anonymised, figures kept. */
    retentionMonths: integer().notNull().default(36),
    createdAt: createdAt(),
    version: version(),
  },
  (t) => [uniqueIndex("organisations_slug").on(t.slug), index("organisations_parent").on(t.parentId)],
);

export const organisationCommunes = sqliteTable(
  "organisation_communes",
  { organisationId: text().notNull(), inseeCode: text().notNull() },
  (t) => [primaryKey({ columns: [t.organisationId, t.inseeCode] })],
);

/** Outlines of communes that an office uploaded, for its maps: a GeoJSON geometry each, rounded to some 10 m. */
export const communeOutlines = sqliteTable(
  "commune_outlines",
  {
    organisationId: text().notNull(),
    inseeCode: text().notNull(),
    geometry: text({ mode: "json" }).$type<Outline["geometry"]>().notNull(),
  },
  (t) => [primaryKey({ columns: [t.organisationId, t.inseeCode] })],
);

export const funders = sqliteTable(
  "funders",
  { id: id(), ownerId: text().notNull(), name: text().notNull(), createdAt: createdAt(), endedAt: instant() },
  (t) => [index("funders_owner").on(t.ownerId)],
);

/** Free words of an office, on providers, sessions and resources. */
export const tags = sqliteTable(
  "tags",
  { id: id(), ownerId: text().notNull(), name: text().notNull(), createdAt: createdAt(), endedAt: instant() },
  (t) => [uniqueIndex("tags_name").on(t.ownerId, t.name)],
);

export const communes = sqliteTable(
  "communes",
  {
    inseeCode: text().primaryKey().notNull(),
    name: text().notNull(),
    searchText: text().notNull(),
    departement: text().notNull(),
    epciCode: text(),
    population: integer(),
    /** The commune that this delegated or associated one now belongs to; null for a current commune. */
    currentInseeCode: text(),
  },
  (t) => [index("communes_epci").on(t.epciCode), index("communes_search").on(t.searchText)],
);

export const communePostcodes = sqliteTable(
  "commune_postcodes",
  { postcode: text().notNull(), inseeCode: text().notNull() },
  (t) => [primaryKey({ columns: [t.postcode, t.inseeCode] })],
);

export const epcis = sqliteTable("epcis", {
  code: text().primaryKey().notNull(),
  name: text().notNull(),
  searchText: text().notNull(),
});
