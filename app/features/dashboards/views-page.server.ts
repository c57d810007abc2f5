import type { Actor } from "~/access/actor";
import { type Authorized, authorize } from "~/access/authorized";
import { config } from "~/config.server";
import { getWorkplace } from "~/features/organisations/queries.server";
import { translator } from "~/i18n/translate";
import { paths } from "~/paths";
import type { NetworkQuery } from "./form";
import { resolveNetwork } from "./network.queries.server";
import { forgetView, keepView, revokeView, shareView, type ViewPlace } from "./views.commands.server";
import type { ViewInput } from "./views.form";

/** Where a view is kept and shared: asked for as it is needed, so that whoever may keep need not be allowed to share. */
interface Places {
  keeping: () => Authorized<ViewPlace, "view.keep">;
  sharing: () => Authorized<ViewPlace, "dashboard.share"> | Authorized<ViewPlace, "network.share">;
}

/** Does what the page of the dashboard's views asks; a new link comes back whole, once. Throws NotFoundError, RuleError. */
export function actOnViews(actor: Actor, input: ViewInput): Done {
  const here = (id: string) => ({ id, ownerId: id, page: "dashboard" as const });
  return act(actor, input, {
    keeping: () => authorize(actor, "view.keep", here(getWorkplace(actor, "view.keep").id)),
    sharing: () => authorize(actor, "dashboard.share", here(getWorkplace(actor, "dashboard.share").id)),
  });
}

/** The same for a network's page. Throws NotFoundError out of scope, RuleError. */
export function actOnNetworkViews(actor: Actor, query: NetworkQuery, input: ViewInput): Done {
  const { id } = resolveNetwork(actor, query).network;
  const here = { id, ownerId: id, page: "network" as const };
  return act(actor, input, {
    keeping: () => authorize(actor, "view.keep", here),
    sharing: () => authorize(actor, "network.share", here),
  });
}

interface Done {
  said: string;
  link?: string;
}

function act(actor: Actor, input: ViewInput, { keeping, sharing }: Places): Done {
  const t = translator(actor.locale);
  switch (input.intent) {
    case "keep":
      keepView(actor, keeping(), input);
      return { said: t("views:keep.done") };
    case "forget":
      forgetView(actor, keeping(), input.id);
      return { said: t("views:forgotten") };
    case "revoke":
      revokeView(actor, sharing(), input.id);
      return { said: t("views:revoked") };
    case "share":
      return { said: "", link: new URL(paths.sharedDashboard(shareView(actor, sharing(), input)), config().appUrl).href };
  }
}
