import { type Column, inArray, or, type SQL, sql } from "drizzle-orm";
import { isAmong } from "~/db/among.server";
import type { Actor } from "./actor";
import { ownersWhere, type Permission, reachesOwnProviders, rules } from "./can";
import type { Rule } from "./rules/rule";

/** The columns of a table that a rule speaks of. */
export interface ScopeColumns {
  ownerId: Column;
  providerId?: Column;
}

/** The rule of `permission` as an SQL condition: what a list starts from (design 5.2). */
export function scope(actor: Actor, permission: Permission, columns: ScopeColumns): SQL {
  const rule: Rule = rules[permission];
  const owners = ownersWhere(actor, permission);
  const conditions: SQL[] = [];
  if (owners.length > 0) conditions.push(inArray(columns.ownerId, owners));
  if (reachesOwnProviders(actor, rule) && columns.providerId && actor.providerIds.length > 0) {
    conditions.push(inArray(columns.providerId, [...actor.providerIds]));
  }
  return or(...conditions) ?? sql`0`;
}

/** The scope of a query built once, for rows that belong to offices alone; `askedOffices` gives its value each time. */
export const inAskedOffices = (ownerId: Column): SQL => isAmong(ownerId, sql.placeholder("offices"));

/** The offices that a permission reaches by role, as `inAskedOffices` reads them. */
export const askedOffices = (actor: Actor, permission: Permission) => ({
  offices: JSON.stringify(ownersWhere(actor, permission)),
});

/** The scope narrowed to one office when `?office=` names one that is in it; nothing otherwise. */
export function officesInScope(actor: Actor, permission: Permission, office: string | undefined): string[] {
  const owners = ownersWhere(actor, permission);
  return office === undefined ? owners : owners.filter((id) => id === office);
}
