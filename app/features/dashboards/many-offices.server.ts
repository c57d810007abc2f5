import type { Actor } from "~/access/actor";
import { canSomewhere, ownersWhere } from "~/access/can";
import { paths } from "~/paths";
import type { DashboardQuery } from "./form";

/** So many offices are added up as a page is read; above, the network's page has its sums ready. */
export const officesAddedUp = 5;

/** Where somebody who coordinates many offices reads their totals; undefined for who asks for one office, or has few. */
export function networkInstead(actor: Actor, { office }: DashboardQuery): string | undefined {
  if (office !== undefined || !canSomewhere(actor, "network.view")) return undefined;
  return ownersWhere(actor, "dashboard.view").length > officesAddedUp ? paths.network() : undefined;
}
