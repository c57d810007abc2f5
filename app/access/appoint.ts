import type { Role } from "~/lib/vocabulary";
import { roles } from "~/lib/vocabulary";
import type { Actor } from "./actor";
import { can, type Permission, rules } from "./can";
import type { Rule } from "./rules/rule";

/** What one must hold in an organisation to give or take each role there: nobody raises themselves. */
const needed: Record<Role, Permission> = {
  facilitator: "organisation.people",
  director: "organisation.people",
  colleague: "organisation.people",
  coordinator: "organisation.appoint",
  administrator: "organisation.appoint",
};

export function mayGive(actor: Actor, role: Role, organisationId: string): boolean {
  return can(actor, needed[role], { ownerId: organisationId });
}

/** The roles that the actor may give in all of these organisations. */
export function rolesToGive(actor: Actor, organisationIds: readonly string[]): Role[] {
  return roles.filter((role) => organisationIds.every((id) => mayGive(actor, role, id)));
}

/** The roles that hold a permission in their own organisation. */
export function rolesWith(permission: Permission): readonly Role[] {
  const rule: Rule = rules[permission];
  return rule.own ?? [];
}
