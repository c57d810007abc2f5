import type { Actor } from "~/access/actor";
import { resourceLine } from "~/features/resources/lines";
import { suggestResources } from "~/features/resources/suggest.queries.server";
import { paths } from "~/paths";
import { isOpen } from "./model";
import { listActions } from "./queries.server";

/** What a host may learn now: three resources for the next step, else for the last one done, else to be found online. */
export function describeLearning(actor: Actor, providerId: string) {
  const steps = listActions(actor, providerId, "plan.view");
  const step = steps.find((one) => isOpen(one.state)) ?? steps.at(-1) ?? { title: "", theme: "visibility", resourceSlug: null };
  const found = suggestResources(actor, step, 4);
  // The step itself names one sheet: the office's choice, else the first found.
  const named = step.resourceSlug ?? found[0]?.slug;
  return found
    .filter((row) => row.slug !== named)
    .slice(0, 3)
    .map((row) => resourceLine(actor.locale, row, paths.myResource));
}
