import type { Role } from "~/lib/vocabulary";
import { type Actor, cameByLink, type Grant } from "./actor";
import { actionPlanRules } from "./rules/action-plans";
import { agendaRules } from "./rules/agenda";
import { apiRules } from "./rules/api";
import { coachingRules } from "./rules/coaching";
import { notificationRules } from "./rules/notifications";
import { organisationRules } from "./rules/organisations";
import { ownDataRules } from "./rules/own-data";
import { providerRules } from "./rules/providers";
import { reportRules } from "./rules/reports";
import { resourceRules } from "./rules/resources";
import type { Rule } from "./rules/rule";
import { workshopRules } from "./rules/workshops";

export const rules = {
  ...actionPlanRules,
  ...agendaRules,
  ...apiRules,
  ...coachingRules,
  ...notificationRules,
  ...organisationRules,
  ...ownDataRules,
  ...providerRules,
  ...reportRules,
  ...resourceRules,
  ...workshopRules,
};
export type Permission = keyof typeof rules;

/** What a rule may ask of a row. */
export interface Subject {
  ownerId?: string | null;
  providerId?: string | null;
  userId?: string | null;
}

/** The one question: may this actor do this to that row? */
export function can(actor: Actor, permission: Permission, subject: Subject): boolean {
  const rule: Rule = rules[permission];
  return isGrantedByRole(actor, rule, subject) || isGrantedByPerson(actor, rule, subject);
}

function isGrantedByRole(actor: Actor, rule: Rule, { ownerId }: Subject): boolean {
  return (
    holds(actor.memberships, rule.own, ownerId) ||
    holds(actor.below, rule.above, ownerId) ||
    (holds(actor.below, rule.shared, ownerId) && actor.sharing.includes(ownerId ?? "")) ||
    actor.memberships.some((grant) => rule.anywhere?.includes(grant.role)) ||
    (ownerId !== undefined && ownerId !== null && idsOfKey(actor, rule).includes(ownerId))
  );
}

function isGrantedByPerson(actor: Actor, rule: Rule, subject: Subject): boolean {
  if (reachesOwnProviders(actor, rule) && actor.providerIds.includes(subject.providerId ?? "")) return true;
  return rule.self === true && subject.userId === actor.userId;
}

/** Whether a rule reaches the rows of the actor's own providers: a page link opens less than a login. */
export function reachesOwnProviders(actor: Actor, rule: Rule): boolean {
  return (cameByLink(actor) ? rule.link : rule.provider) === true;
}

/** Whether one of these memberships administers the installation. */
export const administers = (grants: readonly Pick<Grant, "role">[]): boolean =>
  grants.some(({ role }) => role === "administrator");

/** May the actor do this in any organisation at all? For menus and "new" pages. */
export function canSomewhere(actor: Actor, permission: Permission): boolean {
  const rule: Rule = rules[permission];
  return ownersWhere(actor, permission).length > 0 || actor.memberships.some((grant) => rule.anywhere?.includes(grant.role));
}

/** The organisations whose rows this permission reaches by role. */
export function ownersWhere(actor: Actor, permission: Permission): string[] {
  const rule: Rule = rules[permission];
  const own = idsOf(actor.memberships, rule.own);
  const above = idsOf(actor.below, rule.above);
  const shared = idsOf(actor.below, rule.shared).filter((id) => actor.sharing.includes(id));
  return [...new Set([...own, ...above, ...shared, ...idsOfKey(actor, rule)])];
}

/** Whether these memberships can reach organisations below their own: only then is the tree read. */
export function reachesBelow(memberships: readonly Grant[]): boolean {
  const all: Rule[] = Object.values(rules);
  return memberships.some((grant) => all.some((rule) => rule.above?.includes(grant.role) || rule.shared?.includes(grant.role)));
}

/** The roles that hold this permission in a row's own organisation: for lists of people who may be chosen. */
export function rolesWith(permission: Permission): readonly Role[] {
  const rule: Rule = rules[permission];
  return rule.own ?? [];
}

/** The actor's home, decided by the roles held: staff first, then providers. */
export function homeOf(actor: Actor): "today" | "dashboard" | "network" | "colleague" | "settings" | "provider" {
  if (canSomewhere(actor, "coaching.log")) return "today";
  if (canSomewhere(actor, "dashboard.view")) return "dashboard";
  // A network without an office yet has no dashboard.
  if (canSomewhere(actor, "network.view")) return "network";
  if (canSomewhere(actor, "provider.find")) return "colleague";
  if (canSomewhere(actor, "organisation.create")) return "settings";
  return "provider";
}

/** The organisation of the actor's key, where the rule asks for a scope that it has. */
function idsOfKey({ key }: Actor, rule: Rule): string[] {
  return key && rule.key !== undefined && key.scopes.includes(rule.key) ? [key.organisationId] : [];
}

function holds(grants: readonly Grant[], roles: readonly Role[] | undefined, ownerId: string | null | undefined): boolean {
  return roles !== undefined && grants.some((grant) => grant.organisationId === ownerId && roles.includes(grant.role));
}

function idsOf(grants: readonly Grant[], roles: readonly Role[] | undefined): string[] {
  return grants.filter((grant) => roles?.includes(grant.role)).map((grant) => grant.organisationId);
}
