import { enqueue } from "~/jobs/queue.server";

/** Something in a plan may be news for somebody: looked at after the commit, once for all that just changed. */
export function tellOfPlan(providerId: string): void {
  enqueue({ kind: "notices.collect", payload: { providerId }, dedupeKey: `notices/${providerId}` });
}
