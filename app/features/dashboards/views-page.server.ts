import type { Actor } from "~/access/actor";
import { authorize } from "~/access/authorized";
import { config } from "~/config.server";
import { getWorkplace } from "~/features/organisations/queries.server";
import { translator } from "~/i18n/translate";
import { paths } from "~/paths";
import { forgetView, keepView, revokeView, shareView } from "./views.commands.server";
import type { ViewInput } from "./views.form";

/** Does what the page of views asks; a new link comes back whole, once. Throws NotFoundError, RuleError. */
export function actOnViews(actor: Actor, input: ViewInput): { said: string; link?: string } {
  const t = translator(actor.locale);
  if (input.intent === "keep" || input.intent === "forget") {
    const workplace = getWorkplace(actor, "dashboard.detail");
    const office = authorize(actor, "dashboard.detail", { ...workplace, ownerId: workplace.id });
    if (input.intent === "keep") keepView(actor, office, input);
    else forgetView(actor, office, input.id);
    return { said: t(input.intent === "keep" ? "views:keep.done" : "views:forgotten") };
  }
  const workplace = getWorkplace(actor, "dashboard.share");
  const office = authorize(actor, "dashboard.share", { ...workplace, ownerId: workplace.id });
  if (input.intent === "revoke") {
    revokeView(actor, office, input.id);
    return { said: t("views:revoked") };
  }
  return { said: "", link: new URL(paths.sharedDashboard(shareView(actor, office, input)), config().appUrl).href };
}
