import { sql } from "drizzle-orm";
import { integer, text } from "drizzle-orm/sqlite-core";

/** A UUIDv7 made by whoever creates the thing; never used as time or order (design 3.3). */
export const id = () => text().primaryKey().notNull();
/** An instant: milliseconds UTC. */
export const instant = () => integer();
/** A local day, ISO `2026-11-24`. */
export const day = () => text();
export const flag = () => integer({ mode: "boolean" }).notNull().default(false);
/** A JSON list column; empty by default. */
export const list = <T>() => text({ mode: "json" }).$type<T[]>().notNull().default(sql`'[]'`);
export const createdAt = () => instant().notNull();
/** Set when a person deletes the row; purged after 30 days, left out of scopes and figures. */
export const deletedAt = () => instant();
/** Sent back by edit forms; a mismatch is a conflict. */
export const version = () => integer().notNull().default(1);
