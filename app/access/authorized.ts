import { ForbiddenError } from "~/lib/errors";
import type { Actor } from "./actor";
import { can, type Permission, type Subject } from "./can";

declare const brand: unique symbol;

/** A row about which the question was asked and answered yes; only `authorize` makes one. */
export type Authorized<T, P extends Permission> = T & { readonly [brand]: P };

/** The row, marked as allowed for this permission; throws ForbiddenError otherwise. */
export function authorize<T extends Subject, P extends Permission>(actor: Actor, permission: P, row: T): Authorized<T, P> {
  if (!can(actor, permission, row)) throw new ForbiddenError(permission);
  return row as Authorized<T, P>;
}
